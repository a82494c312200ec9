import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkRetractions, listRetractionAlarms } from '#contract/searching';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { useJob, useStopJob } from '../../queries/useJob.ts';
import { since } from '../../words/since.ts';

/** When PubMed was last asked which records were retracted, and asking it again. */
export function RetractionCheck({ reviewId, because }: { reviewId: string; because: string | null }) {
  const [jobId, setJobId] = useState<string | null>(null);
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['reviews', reviewId, 'retraction-alarms'],
    queryFn: ({ signal }) => call(listRetractionAlarms, { params: { reviewId }, signal }),
    refetchInterval: jobId === null ? false : 2_000,
  });
  const job = useJob(reviewId, jobId).data;
  const stopping = useStopJob(reviewId);
  const checking = useMutation({
    mutationFn: () => call(checkRetractions, { params: { reviewId } }),
    onSuccess: async started => {
      setJobId(started.jobId);
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'jobs'] });
    },
  });
  const isBusy = job?.state === 'queued' || job?.state === 'running';
  return (
    <Section
      title="Retractions"
      hint={data?.checkedAt ? `asked ${since(data.checkedAt)}` : 'not asked yet'}
      aside={because === null && !isBusy && <LinkButton onClick={() => checking.mutate()}>Ask PubMed now</LinkButton>}
    >
      {checking.error && <ErrorNote problem={checking.error} />}
      {job && (
        <JobProgress
          job={job}
          name="Asking PubMed for retractions"
          {...(isBusy && jobId ? { onStop: () => stopping.mutate(jobId) } : {})}
        />
      )}
      {data && !job && (
        <p className="muted">
          {data.alarms.length > 0
            ? 'What was found stands above until somebody has read the notice.'
            : 'No record is known to have been retracted since it came. PubMed is asked each time a search runs again.'}
        </p>
      )}
    </Section>
  );
}
