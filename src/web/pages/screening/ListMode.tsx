import { useRef, useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { FocusLayout } from '../../layouts/FocusLayout.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { toast } from '../../parts/toast.ts';
import { useAddress } from '../../parts/useAddress.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { counted } from '../../words/counted.ts';
import { CHOICE_WORDS } from './choiceWords.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { HeadTools } from './HeadTools.tsx';
import { ListBackTools, type ListDeeds, ListReadingTools } from './ListTools.tsx';
import { OwnList } from './OwnList.tsx';
import { ReasonList } from './ReasonList.tsx';
import { RecordAtHand } from './RecordAtHand.tsx';
import { RefusedDecisions } from './RefusedDecisions.tsx';
import { fullTextLinks } from './recordAddresses.ts';
import { type OpenDialog, ScreeningDialogs } from './ScreeningDialogs.tsx';
import styles from './ScreeningPage.module.css';
import { ScreeningProgress } from './ScreeningProgress.tsx';
import { capOf } from './screeningKeys.ts';
import { STAGE_WORDS } from './stageWords.ts';
import { useHabit } from './useHabit.ts';
import { useHighlights } from './useHighlights.ts';
import { useKeyMap } from './useKeyMap.ts';
import type { MyScreening } from './useMyScreening.ts';
import { FILTERS } from './useOwnCounts.ts';
import { useQueue } from './useQueue.ts';
import { useReason } from './useReason.ts';
import { type ScreeningPlace, useScreening } from './useScreening.ts';
import { useTicks } from './useTicks.ts';

export interface ListModeProps {
  readonly place: ScreeningPlace;
  readonly title: string;
  readonly mine: MyScreening;
}

/** Own records as a list with own decisions, to find, compare and revise. */
export function ListMode({ place, title, mine }: ListModeProps) {
  const [showText, setShow] = useAddress('show', 'undecided');
  const show = FILTERS.find(filter => filter.show === showText)?.show ?? 'undecided';
  const [text, setText] = useAddress('text');
  const queue = useQueue(place, show, { text });
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

  const ticks = useTicks(isFullText ? [] : records.map(record => record.recordId));
  const decideTicked = (choice: Choice) => {
    const ticked = records.filter(record => ticks.ids.has(record.recordId));
    screening.decideAll(choice, ticked);
    ticks.clear();
    toast({
      text: `${counted(ticked.length, 'record')}: ${CHOICE_WORDS[choice].toLowerCase()}. Undo with ${capOf(keyMap.undo)}.`,
    });
  };
  const decide = (choice: Choice) => {
    if (mine.may.decide !== null) return;
    if (ticks.ids.size > 0) return decideTicked(choice);
    const isExclusion = isFullText && choice === 'exclude';
    if (isExclusion && reason.chosenId === null) reason.ask();
    else screening.decide(choice, isExclusion ? reason.chosenId : null);
  };
  const deeds: ListDeeds = {
    undo: () => {
      toast(null);
      screening.undo();
    },
    back: () => screening.goTo(index - 1),
    next: () => screening.goTo(Math.min(index + 1, records.length - 1)),
    note: () => setOpen('note'),
    label: () => setOpen('label'),
    highlights: () => highlights.press(() => setOpen('highlights')),
    fullText: () => {
      const link = current && fullTextLinks(current, current.retrieval?.url ?? null)[0];
      if (link) window.open(link.to, '_blank', 'noreferrer');
    },
  };
  const search = useRef<HTMLInputElement>(null);
  useKeys(
    {
      [keyMap.undo]: deeds.undo,
      'mod+z': deeds.undo,
      [keyMap.back]: deeds.back,
      [keyMap.next]: deeds.next,
      [keyMap.highlights]: deeds.highlights,
      '?': () => setOpen('keys'),
      '/': () => search.current?.focus(),
      ...(current ? { [keyMap.note]: deeds.note, [keyMap.label]: deeds.label, [keyMap.fullText]: deeds.fullText } : {}),
      ...(isFullText && mine.may.decide === null ? reason.keys : {}),
      ...(current && !isFullText ? { [keyMap.tick]: () => ticks.toggle(current.recordId) } : {}),
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
        isDeciding={ticks.ids.size > 0}
        list={
          <OwnList
            place={place}
            records={records}
            screening={screening}
            ticks={isFullText || mine.may.decide !== null ? null : ticks}
            show={show}
            onShow={next => {
              screening.goTo(0);
              setShow(next);
            }}
            queue={queue}
            text={text}
            onText={next => {
              screening.goTo(0);
              setText(next);
            }}
            search={search}
          />
        }
        left={<ListBackTools deeds={deeds} keys={keyMap} hasCurrent={current !== null} canUndo={screening.canUndo} />}
        right={<ListReadingTools deeds={deeds} keys={keyMap} hasCurrent={current !== null} />}
        deed={
          <DecisionBar
            screening={screening}
            because={mine.may.decide}
            keys={areKeysOn ? keyMap : null}
            reason={isFullText ? reason : null}
            onChoose={decide}
            ticked={ticks.ids.size}
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
