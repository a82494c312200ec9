import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { useSession } from '../../queries/useSession.ts';
import { FocusMode } from './FocusMode.tsx';
import styles from './ScreeningPage.module.css';
import { STAGE_WORDS, stageOf } from './stageWords.ts';
import { useMyScreening } from './useMyScreening.ts';
import { useQueue } from './useQueue.ts';

const ListMode = lazy(() => import('./ListMode.tsx').then(module => ({ default: module.ListMode })));

/** One's own screening at a stage: record after record (focus), or as a list (`?mode=list`). */
export function ScreeningPage() {
  const { reviewId = '', stage: stageText } = useParams({ strict: false });
  const stage = stageOf(stageText);
  const { name, unit } = STAGE_WORDS[stage];
  usePlace(`Screening: ${name.toLowerCase()}`);
  const [mode] = useAddress('mode', 'focus');
  const [at] = useAddress('at');
  const [only] = useAddress('only');
  const person = useSession().data?.person ?? null;
  const personId = person?.personId ?? '';
  const title = useReviewOverview(reviewId).data?.title ?? '';
  const mine = useMyScreening(reviewId, stage, personId);
  useFreshCounts(reviewId);

  if (mine.isError) {
    return (
      <div className={styles.alone}>
        <ErrorNote
          problem={mine.error}
          safe="Decisions that were made on this device are kept until the server has them."
          onRetry={() => void mine.refetch()}
          actions={<ActionButton to={`/reviews/${reviewId}/screening`}>Back to the review</ActionButton>}
        />
      </div>
    );
  }
  if (mine.isPending) return <Loading shape="lines" />;
  if (mine.data.given === 0) {
    return (
      <div className={styles.alone}>
        <EmptyState isPage drawing="records" title={`No ${unit}s are given to you here`}>
          The lead gives out {unit}s. As soon as some are yours, they wait here, twenty at a time.
        </EmptyState>
        <div className={styles.way}>
          <ActionButton to={`/reviews/${reviewId}/screening`}>Back to the review</ActionButton>
        </div>
      </div>
    );
  }
  const place = { reviewId, stage, personId };
  if (mode === 'list') {
    return (
      <Suspense fallback={<Loading shape="lines" />}>
        <ListMode key={stage} place={place} title={title} mine={mine.data} />
      </Suspense>
    );
  }
  return <Sitting key={`${stage} ${at} ${only}`} place={place} title={title} mine={mine.data} at={at} only={only} />;
}

type SittingProps = Omit<Parameters<typeof FocusMode>[0], 'records' | 'queue' | 'isAll'> & {
  readonly at: string;
  readonly only: string;
};

/** Fetches what waits; from a chosen record on (`?at=` its place), or of those picked in a list (`?only=`), also what is decided. */
function Sitting({ at, only, ...rest }: SittingProps) {
  const from = /^\d+$/.test(at) ? Number(at) - 1 : null;
  const queue = useQueue(rest.place, from === null && only === '' ? 'undecided' : 'all', { after: from ?? -1, only });
  if (queue.isError) {
    return (
      <div className={styles.alone}>
        <ErrorNote problem={queue.error} safe="Your decisions are kept." onRetry={() => void queue.refetch()} />
      </div>
    );
  }
  if (queue.isPending) return <Loading shape="lines" />;
  const records = queue.data.pages.flatMap(page => page.records);
  if (only !== '' && records.length === 0) {
    return (
      <div className={styles.alone}>
        <EmptyState isPage drawing="records" title="None of these is given to you">
          You screen what the lead has given to you. These records are with others, or wait for somebody.
        </EmptyState>
        <div className={styles.way}>
          <ActionButton to={`/reviews/${rest.place.reviewId}/records`}>Back to the records</ActionButton>
        </div>
      </div>
    );
  }
  return <FocusMode {...rest} records={records} queue={queue} isAll={from !== null || only !== ''} />;
}

/** The review's counts follow when one leaves. */
function useFreshCounts(reviewId: string): void {
  const queries = useQueryClient();
  useEffect(
    () => () => {
      void queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
    [queries, reviewId],
  );
}
