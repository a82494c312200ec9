import { useParams } from '@tanstack/react-router';
import { usePlace } from '../../layouts/place.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { isOver, useJob } from '../../queries/useJob.ts';
import { day } from '../../words/day.ts';
import { DryRun } from './DryRun.tsx';
import { FileReading } from './FileReading.tsx';
import { ImportRun } from './ImportRun.tsx';
import { isAtWork, useImport, useRefreshAtEnd } from './imports.ts';

/** One search or import: checked before it is stored, watched while it runs, and what came of it. */
export function ImportPage() {
  const { reviewId = '', importId = '' } = useParams({ strict: false });
  const { data: standing, error, refetch } = useImport(reviewId, importId);
  const job = useJob(reviewId, standing?.jobId ?? null).data;
  usePlace(standing && `${standing.source.name}, ${day(standing.source.ranOn)}`);

  // The job's last word comes before the import's next turn: ask at once.
  const atWork = standing !== undefined && isAtWork(standing);
  useRefreshAtEnd(reviewId, atWork && !(job && isOver(job)));
  useRefreshAtEnd(reviewId, atWork);

  if (error && !standing) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!standing) return <Loading />;
  if (standing.state === 'reading') return <FileReading reviewId={reviewId} standing={standing} job={job ?? null} />;
  if (standing.state === 'previewed') return <DryRun reviewId={reviewId} standing={standing} />;
  return <ImportRun reviewId={reviewId} standing={standing} job={job ?? null} />;
}
