import { useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { FocusLayout } from '../../layouts/FocusLayout.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { HeadTools } from './HeadTools.tsx';
import { ListTools } from './ListTools.tsx';
import { OwnList } from './OwnList.tsx';
import { ReasonList } from './ReasonList.tsx';
import { RecordAtHand } from './RecordAtHand.tsx';
import { RefusedDecisions } from './RefusedDecisions.tsx';
import { type OpenDialog, ScreeningDialogs } from './ScreeningDialogs.tsx';
import styles from './ScreeningPage.module.css';
import { ScreeningProgress } from './ScreeningProgress.tsx';
import { STAGE_WORDS } from './stageWords.ts';
import { useHabit } from './useHabit.ts';
import { useHighlights } from './useHighlights.ts';
import { useKeyMap } from './useKeyMap.ts';
import type { MyScreening } from './useMyScreening.ts';
import { FILTERS } from './useOwnCounts.ts';
import { useQueue } from './useQueue.ts';
import { useReason } from './useReason.ts';
import { type ScreeningPlace, useScreening } from './useScreening.ts';

export interface ListModeProps {
  readonly place: ScreeningPlace;
  readonly title: string;
  readonly mine: MyScreening;
}

/** Own records as a list with own decisions, to find, compare and revise. */
export function ListMode({ place, title, mine }: ListModeProps) {
  const [showText, setShow] = useAddress('show', 'undecided');
  const show = FILTERS.find(filter => filter.show === showText)?.show ?? 'undecided';
  const queue = useQueue(place, show);
  const records = queue.data?.pages.flatMap(page => page.records) ?? [];
  const screening = useScreening(place, records, false);
  const { current, index } = screening;
  const isFullText = place.stage === 'full-text';
  const reason = useReason(mine.criteria, current, current ? screening.decisionOf(current) : null);
  const [keys, setKeys] = useHabit('screening-keys', 'on');
  const highlights = useHighlights(place.reviewId, mine.highlights);
  const [open, setOpen] = useState<OpenDialog>(null);
  const { keys: keyMap } = useKeyMap();
  const areKeysOn = keys === 'on';

  const decide = (choice: Choice) => {
    if (mine.may.decide !== null) return;
    const isExclusion = isFullText && choice === 'exclude';
    if (isExclusion && reason.chosenId === null) reason.ask();
    else screening.decide(choice, isExclusion ? reason.chosenId : null);
  };
  useKeys(
    {
      [keyMap.undo]: screening.undo,
      'mod+z': screening.undo,
      [keyMap.back]: () => screening.goTo(index - 1),
      [keyMap.next]: () => screening.goTo(Math.min(index + 1, records.length - 1)),
      [keyMap.highlights]: highlights.toggle,
      '?': () => setOpen('keys'),
      ...(current ? { [keyMap.note]: () => setOpen('note'), [keyMap.label]: () => setOpen('label') } : {}),
      ...(isFullText && mine.may.decide === null ? reason.keys : {}),
    },
    { isOff: !areKeysOn },
  );
  return (
    <div className={areKeysOn ? undefined : styles.keysOff}>
      <FocusLayout
        leaveTo={isFullText ? `/reviews/${place.reviewId}/full-text` : `/reviews/${place.reviewId}/screening`}
        what={`${title} · ${STAGE_WORDS[place.stage].name.toLowerCase()}`}
        progress={<ScreeningProgress decided={mine.decided + screening.decidedSince} mine={mine} />}
        state={<SaveState saving={screening.saving} isShortOnPhone />}
        tools={<HeadTools isBlind={!mine.isClosed} mode="list" onKeys={() => setOpen('keys')} />}
        list={
          <OwnList
            place={place}
            records={records}
            screening={screening}
            show={show}
            onShow={next => {
              screening.goTo(0);
              setShow(next);
            }}
            queue={queue}
          />
        }
        left={
          <ListTools
            screening={screening}
            keys={keyMap}
            onNote={() => setOpen('note')}
            onLabel={() => setOpen('label')}
          />
        }
        deed={
          <DecisionBar
            screening={screening}
            because={mine.may.decide}
            keys={areKeysOn ? keyMap : null}
            reason={isFullText ? reason : null}
            onChoose={decide}
          />
        }
      >
        {queue.isError && <ErrorNote problem={queue.error} onRetry={() => void queue.refetch()} />}
        {queue.isPending && <Loading shape="lines" />}
        <RefusedDecisions screening={screening} />
        {current && (
          <RecordAtHand
            key={current.recordId}
            place={place}
            record={current}
            screening={screening}
            highlights={highlights.marked}
            onSwipe={decide}
            isSmall
          />
        )}
        {current && isFullText && (
          <div className={styles.reasonsBelow}>
            <ReasonList
              reasons={reason.reasons}
              chosenId={reason.chosenId}
              onChoose={reason.choose}
              isMissing={reason.isMissing}
            />
          </div>
        )}
        {queue.data && !current && records.length > 0 && (
          <p className="muted">That was the last of this list. Choose a record at the left.</p>
        )}
        <ScreeningDialogs
          {...{ open, screening, highlights, areKeysOn }}
          reviewId={place.reviewId}
          stage={place.stage}
          because={mine.may.decide}
          onSwitchKeys={areOn => setKeys(areOn ? 'on' : 'off')}
          onClose={() => setOpen(null)}
        />
      </FocusLayout>
    </div>
  );
}
