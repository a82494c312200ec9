import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { Badge } from '../../parts/Badge.tsx';
import type { Highlights } from './highlightKinds.ts';
import { noteRetrieval } from './noteRetrieval.ts';
import { RecordArticle } from './RecordArticle.tsx';
import { RetrievalBox } from './RetrievalBox.tsx';
import styles from './ScreeningPage.module.css';
import type { RecordToScreen } from './useQueue.ts';
import type { PracticePlace, Screening, ScreeningPlace } from './useScreening.ts';
import { useSwipe } from './useSwipe.ts';
import { WhyHere } from './WhyHere.tsx';

const RetrievalDialog = lazy(() =>
  import('./RetrievalDialog.tsx').then(module => ({ default: module.RetrievalDialog })),
);

export interface RecordAtHandProps {
  readonly place: ScreeningPlace | PracticePlace;
  readonly record: RecordToScreen;
  readonly screening: Screening;
  readonly highlights: Highlights | null;
  readonly onSwipe: (choice: Choice) => void;
  readonly isSmall?: boolean;
}

/** The record that waits for its decision, with the own note and, at full text, the way to the report. */
export function RecordAtHand({ place, record, screening, highlights, onSwipe, isSmall = false }: RecordAtHandProps) {
  const queries = useQueryClient();
  const [isNoting, setIsNoting] = useState(false);
  const { leaning, hand } = useSwipe(onSwipe);
  const note = screening.noteOf(record);
  const desk = 'stage' in place ? place : null;
  return (
    <div className={styles.reading} {...hand}>
      <p className="for-screen-readers" role="status">
        {record.title}
      </p>
      <RecordArticle
        record={record}
        highlights={highlights}
        isSmall={isSmall}
        badges={note !== '' && <Badge kind="info">Your note: {note}</Badge>}
      >
        {desk?.stage === 'full-text' && <RetrievalBox record={record} onNote={() => setIsNoting(true)} />}
      </RecordArticle>
      {desk && <WhyHere place={desk} recordId={record.recordId} />}
      {leaning && (
        <span className={styles.lean} data-choice={leaning}>
          {LEANING[leaning]}
        </span>
      )}
      {desk && isNoting && (
        <Suspense fallback={null}>
          <RetrievalDialog
            reviewId={desk.reviewId}
            record={record}
            retrieval={record.retrieval}
            onSaved={retrieval => noteRetrieval(queries, record.recordId, retrieval)}
            onClose={() => setIsNoting(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

const LEANING: Readonly<Record<Choice, string>> = { include: 'Include', exclude: 'Exclude', unsure: 'Unsure' };
