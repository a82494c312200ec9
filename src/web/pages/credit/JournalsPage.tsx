import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { getJournals, rankJournals } from '#contract/credit';
import type { ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useJob, useStopJob } from '../../queries/useJob.ts';
import { count } from '../../words/count.ts';
import { JournalList } from './JournalList.tsx';

export type FoundJournals = NonNullable<ReplyOf<typeof getJournals>['found']>;

/** Journals that publish on the review's topic, by its records: advice with its counts, and how good it is. */
export function JournalsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const key = ['reviews', reviewId, 'journals'];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getJournals, { params: { reviewId }, signal }),
  });
  const [startedId, setStarted] = useState<string | null>(null);
  const look = useMutation({
    mutationFn: () => call(rankJournals, { params: { reviewId } }),
    onSuccess: ({ jobId }) => setStarted(jobId),
  });
  const jobId = startedId ?? data?.job?.jobId ?? null;
  const job = useJob(reviewId, jobId).data;
  const stop = useStopJob(reviewId);
  const state = job?.state;
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'journals'] });
  }, [state, reviewId, queries]);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="table" />;
  const { found } = data;
  const isAtWork = state === 'queued' || state === 'running';
  const button = (words: string, kind: 'primary' | 'secondary') => (
    <ActionButton kind={kind} isWorking={look.isPending || isAtWork} onClick={() => look.mutate()}>
      {words}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="Which journals publish on this?"
        line={
          found
            ? `From ${count(found.records)} records of this review that name their journal: the nearest ${found.nearest} vote.`
            : 'The records of this review know: each was published somewhere.'
        }
        actions={found && button('Look again', 'secondary')}
      />
      {look.error && <ErrorNote problem={look.error} />}
      {job && state !== 'done' && (
        <JobProgress job={job} name="Looking for journals" onStop={() => stop.mutate(job.jobId)} />
      )}
      {found ? (
        <JournalList reviewId={reviewId} found={found} />
      ) : (
        !isAtWork && (
          <EmptyState drawing="way" title="Not looked yet" foot={button('Look for journals', 'primary')}>
            The records nearest to your question are counted by journal, with the years and titles behind each count. No
            impact factors: they say little about fit.
          </EmptyState>
        )
      )}
    </>
  );
}
