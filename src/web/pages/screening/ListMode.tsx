import { lazy, Suspense, useState } from 'react';
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
import styles from './ScreeningPage.module.css';
import { ScreeningProgress } from './ScreeningProgress.tsx';
import { STAGE_WORDS } from './stageWords.ts';
import type { MyScreening } from './useMyScreening.ts';
import { FILTERS } from './useOwnCounts.ts';
import { useQueue } from './useQueue.ts';
import { useReason } from './useReason.ts';
import { useRemembered } from './useRemembered.ts';
import { type ScreeningPlace, useScreening } from './useScreening.ts';

const KeyListDialog = lazy(() => import('./KeyListDialog.tsx').then(module => ({ default: module.KeyListDialog })));
const NoteDialog = lazy(() => import('./NoteDialog.tsx').then(module => ({ default: module.NoteDialog })));

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
  const [keys, setKeys] = useRemembered('screening-keys', 'on');
  const [highlights] = useRemembered('screening-highlights', 'on');
  const [open, setOpen] = useState<'keys' | 'note' | null>(null);
  const areKeysOn = keys === 'on';

  const decide = (choice: Choice) => {
    if (mine.may.decide !== null) return;
    const isExclusion = isFullText && choice === 'exclude';
    if (isExclusion && reason.chosenId === null) reason.ask();
    else screening.decide(choice, isExclusion ? reason.chosenId : null);
  };
  useKeys(
    {
      z: screening.undo,
      k: () => screening.goTo(index - 1),
      j: () => screening.goTo(Math.min(index + 1, records.length - 1)),
      '?': () => setOpen('keys'),
      ...(current ? { n: () => setOpen('note') } : {}),
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
        left={<ListTools screening={screening} onNote={() => setOpen('note')} />}
        deed={
          <DecisionBar
            screening={screening}
            because={mine.may.decide}
            areKeysOn={areKeysOn}
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
            highlights={highlights === 'on' ? mine.highlights : null}
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
        <Suspense fallback={null}>
          {open === 'keys' && (
            <KeyListDialog
              stage={place.stage}
              areKeysOn={areKeysOn}
              onSwitch={areOn => setKeys(areOn ? 'on' : 'off')}
              onClose={() => setOpen(null)}
            />
          )}
          {open === 'note' && current && (
            <NoteDialog
              note={screening.noteOf(current)}
              hasDecision={screening.decisionOf(current) !== null}
              because={mine.may.decide}
              onKeep={screening.writeNote}
              onClose={() => setOpen(null)}
            />
          )}
        </Suspense>
      </FocusLayout>
    </div>
  );
}
