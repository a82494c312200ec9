import { IconKeyboard, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { FocusLayout } from '../../layouts/FocusLayout.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { CriteriaPanel } from './CriteriaPanel.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { BackTools, ReadingTools } from './FocusTools.tsx';
import { NO_HIGHLIGHTS } from './highlightKinds.ts';
import { PracticeEnd } from './PracticeEnd.tsx';
import type { PracticeSet } from './practiceQueries.ts';
import { RecordAtHand } from './RecordAtHand.tsx';
import { RefusedDecisions } from './RefusedDecisions.tsx';
import { fullTextLinks } from './recordAddresses.ts';
import { type OpenDialog, ScreeningDialogs } from './ScreeningDialogs.tsx';
import styles from './ScreeningPage.module.css';
import { ScreeningProgress } from './ScreeningProgress.tsx';
import { useHabit } from './useHabit.ts';
import { useHighlights } from './useHighlights.ts';
import { useKeyMap } from './useKeyMap.ts';
import type { MyScreening } from './useMyScreening.ts';
import { usePanel } from './usePanel.ts';
import type { RecordToScreen } from './useQueue.ts';
import { useScreening } from './useScreening.ts';

export interface PracticeFocusProps {
  readonly set: PracticeSet;
  readonly records: readonly RecordToScreen[];
  readonly personId: string;
}

/** The screening page over records with known answers: the same hands, no review, and nothing told before the end. */
export function PracticeFocus({ set, records, personId }: PracticeFocusProps) {
  const screening = useScreening({ practiceSetId: set.practiceSetId, personId }, records, true);
  const { current, index } = screening;
  const [open, setOpen] = useState<OpenDialog>(null);
  const { keys: keyMap } = useKeyMap();
  const [keys, setKeys] = useHabit('screening-keys', 'on');
  const highlights = useHighlights(set.practiceSetId, NO_HIGHLIGHTS);
  const panel = usePanel(false);
  const areKeysOn = keys === 'on';
  const because = set.may.decide;
  const decide = (choice: Choice) => {
    if (because !== null) return;
    screening.decide(choice);
    panel.leave();
  };
  const deeds = {
    undo: screening.undo,
    back: () => screening.goTo(index - 1),
    next: () => screening.goTo(index + 1),
    note: () => setOpen('note'),
    criteria: panel.toggle,
    highlights: () => highlights.press(() => setOpen('highlights')),
    fullText: () => {
      const link = current && fullTextLinks(current, null)[0];
      if (link) window.open(link.to, '_blank', 'noreferrer');
    },
  };
  useKeys(
    {
      [keyMap.undo]: deeds.undo,
      'mod+z': deeds.undo,
      [keyMap.back]: deeds.back,
      [keyMap.next]: deeds.next,
      [keyMap.criteria]: deeds.criteria,
      [keyMap.highlights]: deeds.highlights,
      '?': () => setOpen('keys'),
      ...(current ? { [keyMap.note]: deeds.note, [keyMap.fullText]: deeds.fullText } : {}),
    },
    { isOff: !areKeysOn },
  );
  const decided = records.length - screening.passedOver.length;
  return (
    <div className={areKeysOn ? undefined : styles.keysOff}>
      <FocusLayout
        leaveTo="/practice"
        what={`Practice · ${set.name}`}
        progress={<ScreeningProgress decided={decided} mine={{ given: records.length, secondsPerRecord: null }} />}
        state={<SaveState saving={screening.saving} isShortOnPhone />}
        tools={
          <>
            <Badge kind="fact" icon={<IconSchool size={14} stroke={1.75} />}>
              Answers come at the end
            </Badge>
            <IconButton
              label="Keys of this page"
              icon={<IconKeyboard size={20} stroke={1.75} />}
              onClick={() => setOpen('keys')}
            />
          </>
        }
        left={
          <BackTools
            deeds={deeds}
            keys={keyMap}
            canUndo={screening.canUndo}
            canGoBack={index > 0}
            hasCurrent={current !== null}
            isFullText={false}
            panel={panel.isOpen}
          />
        }
        right={<ReadingTools deeds={deeds} keys={keyMap} hasCurrent={current !== null} isFullText={false} />}
        deed={
          <DecisionBar
            screening={screening}
            because={because}
            keys={areKeysOn ? keyMap : null}
            reason={null}
            onChoose={decide}
          />
        }
        panel={
          panel.isOpen && (
            <CriteriaPanel
              criteria={criteriaOf(set)}
              highlights={highlights}
              onEdit={() => setOpen('highlights')}
              onClose={() => panel.setIsOpen(false)}
            />
          )
        }
      >
        {typeof screening.saving === 'object' && (
          <p className={styles.waiting}>
            <SaveState saving={screening.saving} />
          </p>
        )}
        <RefusedDecisions screening={screening} />
        {current ? (
          <RecordAtHand
            key={current.recordId}
            place={{ practiceSetId: set.practiceSetId, personId }}
            record={current}
            screening={screening}
            highlights={highlights.marked}
            onSwipe={decide}
          />
        ) : (
          <PracticeEnd set={set} screening={screening} personId={personId} />
        )}
        <ScreeningDialogs
          {...{ open, screening, highlights, areKeysOn, because }}
          reviewId={null}
          stage="title-and-abstract"
          onSwitchKeys={areOn => setKeys(areOn ? 'on' : 'off')}
          onClose={() => setOpen(null)}
        />
      </FocusLayout>
    </div>
  );
}

/** One criterion a line, as they were written. */
function criteriaOf({ includeWhen, excludeWhen }: PracticeSet): MyScreening['criteria'] {
  const lines = (text: string, kind: 'include' | 'exclude') =>
    text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map((line, position) => ({ criterionId: `${kind} ${position}`, kind, slot: null, text: line, position }));
  return [...lines(includeWhen, 'include'), ...lines(excludeWhen, 'exclude')];
}
