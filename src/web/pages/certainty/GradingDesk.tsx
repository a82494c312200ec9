import { SegmentedControl } from '@mantine/core';
import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import {
  CERTAINTY_REASONS,
  type CertaintyReason,
  type CertaintyStart,
  certaintyOf,
  type Grading,
  missingIn,
  REASONS_DOWN,
  REASONS_UP,
} from '#core/certainty/grading';
import { usePlace } from '../../layouts/place.ts';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { useNarrow } from '../../parts/useNarrow.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './Certainty.module.css';
import { GradingPanel } from './GradingPanel.tsx';
import { PinnedSum } from './PinnedSum.tsx';
import { ReasonItem } from './ReasonItem.tsx';
import { type GradingOf, useCertaintyDeeds } from './useCertainty.ts';

/** Five reasons to rate down and three to rate up, each with what the data say, a suggestion, and one's own answer. */
export function GradingDesk({ reviewId, grading }: { reviewId: string; grading: GradingOf }) {
  const { analysisId, suggestions, stale } = grading;
  const [start, setStart] = useState<CertaintyStart>(grading.start);
  const [reasons, setReasons] = useState<Grading['reasons']>(() => knownReasons(grading));
  const [words, setWords] = useState(grading.plainWords);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const isNarrow = useNarrow();
  const deeds = useCertaintyDeeds(reviewId);
  const isSaving = useIsMutating({ mutationKey: ['certainty', reviewId] }) > 0;
  usePlace(grading.name);
  const isReadOnly = grading.may.grade !== null || grading.agreed !== null;
  const save = (next: { start?: CertaintyStart; reasons?: Grading['reasons']; plainWords?: string }) => {
    const body = { start, reasons: { ...reasons }, plainWords: words, note: grading.note, ...next };
    deeds.save.mutate({ analysisId, body: { ...body, reasons: plainReasons(body.reasons) } });
  };
  const answer = (reason: CertaintyReason, levels: number, footnote: string) => {
    const next = { ...reasons, [reason]: { levels, footnote } };
    setReasons(next);
    save({ reasons: next });
  };
  const rated = CERTAINTY_REASONS.filter(reason => (reasons[reason]?.levels ?? 0) !== 0);
  const letterOf = (reason: CertaintyReason) => {
    const place = rated.indexOf(reason);
    return place < 0 ? null : String.fromCharCode(97 + place);
  };
  const line = [
    grading.outcomeName,
    [counted(grading.studies, 'study', 'studies'), grading.people === null ? null : `${count(grading.people)} people`]
      .filter(Boolean)
      .join(', '),
    grading.result,
  ];
  const current = { start, reasons };
  const item = (reason: CertaintyReason) => (
    <ReasonItem
      key={reason}
      reason={reason}
      suggestion={suggestions[reason] ?? { levels: [], because: '' }}
      given={reasons[reason]}
      letter={letterOf(reason)}
      onAnswer={isReadOnly ? undefined : (levels, footnote) => answer(reason, levels, footnote)}
    />
  );
  return (
    <PageWithPanel
      panel={
        <GradingPanel
          reviewId={reviewId}
          grading={grading}
          certainty={certaintyOf(current)}
          current={current}
          missing={missingIn(current)}
          letterOf={letterOf}
          words={words}
          deeds={deeds}
          isReadOnly={isReadOnly}
          isOpen={isPanelOpen}
          onClose={() => setIsPanelOpen(false)}
          onWords={next => {
            setWords(next);
            save({ plainWords: next });
          }}
        />
      }
    >
      <PageHead
        title="How certain is this result?"
        line={line.filter(Boolean).join(' · ')}
        actions={!isReadOnly && <SaveState saving={isSaving ? 'saving' : 'saved'} what="answer" />}
      />
      {grading.note && <p className={styles.remark}>{grading.note}</p>}
      {stale.length > 0 && (
        <Note kind="warn" claim="Out of date.">
          {stale.join(' ')} Your answers stay; look at them again.
        </Note>
      )}
      {deeds.save.error && (
        <Note kind="error" claim="The last change is not saved.">
          {deeds.save.error.message}
        </Note>
      )}
      <div className={styles.start}>
        <span className={styles.startWords}>Where the evidence starts</span>
        <SegmentedControl
          aria-label="Where the evidence starts"
          data={[
            { value: 'high', label: 'High: randomised trials' },
            { value: 'low', label: 'Low: other studies' },
          ]}
          value={start}
          readOnly={isReadOnly}
          onChange={value => {
            const next = value === 'high' ? 'high' : 'low';
            setStart(next);
            save({ start: next });
          }}
        />
      </div>
      <div className={styles.headline}>
        <h2>Five reasons to rate down</h2>
        <span>A suggestion never sets the answer. Each rating down needs a footnote.</span>
      </div>
      {REASONS_DOWN.map(item)}
      <div className={styles.headline}>
        <h2>Three reasons to rate up</h2>
        <span>
          {start === 'high'
            ? 'They don’t apply where evidence starts at High.'
            : 'Seldom used where there is a reason to rate down.'}
        </span>
      </div>
      {start === 'low' || REASONS_UP.some(reason => reasons[reason]) ? REASONS_UP.map(item) : null}
      {isNarrow && <PinnedSum certainty={certaintyOf(current)} onOpen={() => setIsPanelOpen(true)} />}
    </PageWithPanel>
  );
}

function knownReasons({ reasons }: GradingOf): Grading['reasons'] {
  return Object.fromEntries(
    CERTAINTY_REASONS.flatMap(reason => {
      const answer = reasons[reason];
      return answer ? [[reason, answer] as const] : [];
    }),
  );
}

function plainReasons(reasons: Grading['reasons']): Record<string, { levels: number; footnote: string }> {
  return Object.fromEntries(
    Object.entries(reasons).map(([reason, { levels, footnote }]) => [reason, { levels, footnote }]),
  );
}
