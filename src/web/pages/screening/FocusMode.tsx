import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { FocusLayout } from '../../layouts/FocusLayout.tsx';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { toast } from '../../parts/toast.ts';
import { useAddress } from '../../parts/useAddress.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { BreakNote } from './BreakNote.tsx';
import { CriteriaPanel } from './CriteriaPanel.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { BackTools, ReadingTools } from './FocusTools.tsx';
import { HeadTools } from './HeadTools.tsx';
import { LastRecord } from './LastRecord.tsx';
import { ReasonPanel } from './ReasonPanel.tsx';
import { RecordAtHand } from './RecordAtHand.tsx';
import { RefusedDecisions } from './RefusedDecisions.tsx';
import { fullTextLinks } from './recordAddresses.ts';
import { type OpenDialog, ScreeningDialogs } from './ScreeningDialogs.tsx';
import styles from './ScreeningPage.module.css';
import { ScreeningProgress } from './ScreeningProgress.tsx';
import { STAGE_WORDS } from './stageWords.ts';
import { useHabit } from './useHabit.ts';
import { useHighlights } from './useHighlights.ts';
import { useKeyMap } from './useKeyMap.ts';
import type { MyScreening } from './useMyScreening.ts';
import { usePanel } from './usePanel.ts';
import { usePassage } from './usePassage.ts';
import { usePrefetch, useTop } from './usePrefetch.ts';
import type { RecordToScreen, useQueue } from './useQueue.ts';
import { useReason } from './useReason.ts';
import { type ScreeningPlace, useScreening } from './useScreening.ts';

const FullTextAtHand = lazy(() => import('./FullTextAtHand.tsx').then(module => ({ default: module.FullTextAtHand })));

export interface FocusModeProps {
  readonly place: ScreeningPlace;
  readonly title: string;
  readonly mine: MyScreening;
  readonly records: readonly RecordToScreen[];
  readonly queue: Pick<ReturnType<typeof useQueue>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  /** The records are all of mine from a chosen one on, not only those without a decision. */
  readonly isAll: boolean;
}

/** One record after another without a wait; the decision shows at once and is sent in the background. */
export function FocusMode({ place, title, mine, records, queue, isAll }: FocusModeProps) {
  const { stage, reviewId } = place;
  const isFullText = stage === 'full-text';
  const screening = useScreening(place, records, !isAll);
  const { current, index } = screening;
  const reason = useReason(mine.criteria, current, current ? screening.decisionOf(current) : null);
  const source = usePassage(current, current ? screening.decisionOf(current) : null);
  const [open, setOpen] = useState<OpenDialog>(null);
  const { keys: keyMap } = useKeyMap();
  const [keys, setKeys] = useHabit('screening-keys', 'on');
  const highlights = useHighlights(reviewId, mine.highlights);
  const panel = usePanel(isFullText);
  const [, setAt] = useAddress('at');
  const areKeysOn = keys === 'on';
  usePrefetch(queue, records.length - index);
  useTop(current?.recordId);

  const decide = (choice: Choice) => {
    if (mine.may.decide !== null || !current) return;
    toast(null);
    if (isFullText && choice === 'exclude') {
      if (reason.chosenId === null) {
        panel.setIsOpen(true);
        reason.ask();
        return;
      }
      screening.decide(choice, reason.chosenId, source.passage);
      panel.leave();
      return;
    }
    screening.decide(choice, null, source.passage);
    panel.leave();
  };
  const latest = useRef(screening.undo);
  useEffect(() => {
    latest.current = screening.undo;
  });
  const swipe = (choice: Choice) => {
    if (isFullText && choice === 'unsure') return;
    decide(choice);
    if (mine.may.decide === null && !(isFullText && choice === 'exclude' && reason.chosenId === null)) {
      toast({ text: SWIPED[choice], undo: { word: 'Undo', deed: () => latest.current() } });
    }
  };
  const openFullText = () => {
    const link = current && fullTextLinks(current, current.retrieval?.url ?? null)[0];
    if (link) window.open(link.to, '_blank', 'noreferrer');
  };
  // Before the first that was fetched lie records that I decided on in an earlier sitting.
  const before = index === 0 && current && current.position > 0 ? current.position - 1 : null;
  const goBefore = () => {
    if (before !== null) setAt(String(before));
  };
  const deeds = {
    undo: screening.undo,
    back: () => (index > 0 ? screening.goTo(index - 1) : goBefore()),
    next: () => screening.goTo(index + 1),
    note: () => setOpen('note'),
    label: () => setOpen('label'),
    criteria: panel.toggle,
    highlights: () => highlights.press(() => setOpen('highlights')),
    fullText: openFullText,
    retrieval: () => setOpen('retrieval'),
  };
  useKeys(
    {
      ...(isFullText && current ? { [keyMap.retrieval]: deeds.retrieval } : {}),
      [keyMap.undo]: deeds.undo,
      [keyMap.back]: deeds.back,
      [keyMap.next]: deeds.next,
      'mod+z': deeds.undo,
      '?': () => setOpen('keys'),
      [keyMap.criteria]: deeds.criteria,
      [keyMap.highlights]: deeds.highlights,
      ...(current ? { [keyMap.note]: deeds.note, [keyMap.label]: deeds.label, [keyMap.fullText]: deeds.fullText } : {}),
      ...(isFullText && mine.may.decide === null ? reason.keys : {}),
    },
    { isOff: !areKeysOn },
  );

  const decided = mine.decided + screening.decidedSince;
  return (
    <div className={areKeysOn ? undefined : styles.keysOff}>
      <FocusLayout
        isFull={isFullText && current !== null}
        leaveTo={isFullText ? `/reviews/${reviewId}/full-text` : `/reviews/${reviewId}/screening`}
        what={`${title} · ${STAGE_WORDS[stage].name.toLowerCase()}`}
        progress={<ScreeningProgress decided={decided} mine={mine} />}
        state={<SaveState saving={screening.saving} isShortOnPhone />}
        tools={<HeadTools isBlind={!mine.isClosed} mode="focus" onKeys={() => setOpen('keys')} />}
        left={
          <BackTools
            deeds={deeds}
            keys={keyMap}
            canUndo={screening.canUndo}
            canGoBack={index > 0 || before !== null}
            hasCurrent={current !== null}
            isFullText={isFullText}
            panel={panel.isOpen}
          />
        }
        right={<ReadingTools deeds={deeds} keys={keyMap} hasCurrent={current !== null} isFullText={isFullText} />}
        deed={
          <DecisionBar
            screening={screening}
            because={mine.may.decide}
            keys={areKeysOn ? keyMap : null}
            reason={isFullText ? reason : null}
            onChoose={decide}
          />
        }
        panel={
          panel.isOpen &&
          (isFullText ? (
            <ReasonPanel
              {...{ reviewId, reason, mine, source }}
              record={current}
              isSheet={panel.isSheet}
              onExclude={() => decide('exclude')}
              onClose={() => panel.setIsOpen(false)}
            />
          ) : (
            <CriteriaPanel
              criteria={mine.criteria}
              highlights={highlights}
              onEdit={() => setOpen('highlights')}
              onClose={() => panel.setIsOpen(false)}
            />
          ))
        }
      >
        {!mine.isClosed && (
          <span className={styles.blind} data-full={isFullText || undefined}>
            <BlindBadge />
          </span>
        )}
        {typeof screening.saving === 'object' && (
          <p className={styles.waiting}>
            <SaveState saving={screening.saving} />
          </p>
        )}
        <BreakNote decided={screening.decidedSince} />
        <RefusedDecisions screening={screening} />
        {current && isFullText ? (
          <Suspense fallback={<Loading shape="lines" />}>
            <FullTextAtHand
              key={current.recordId}
              reviewId={reviewId}
              record={current}
              highlights={highlights.marked}
              source={source}
              onNote={deeds.retrieval}
            />
          </Suspense>
        ) : current ? (
          <RecordAtHand
            key={current.recordId}
            place={place}
            record={current}
            screening={screening}
            highlights={highlights.marked}
            onSwipe={swipe}
          />
        ) : queue.hasNextPage ? (
          <Loading shape="lines" />
        ) : (
          <LastRecord
            reviewId={reviewId}
            stage={stage}
            given={mine.given}
            left={mine.given - decided}
            passedOver={screening.passedOver.length}
            onPassedOver={() => screening.goTo(screening.passedOver[0] ?? 0)}
          />
        )}
        <ScreeningDialogs
          {...{ open, reviewId, stage, screening, highlights, areKeysOn }}
          because={mine.may.decide}
          onSwitchKeys={areOn => setKeys(areOn ? 'on' : 'off')}
          onClose={() => setOpen(null)}
        />
      </FocusLayout>
    </div>
  );
}

const SWIPED: Readonly<Record<Choice, string>> = { include: 'Included', exclude: 'Excluded', unsure: 'Marked unsure' };
