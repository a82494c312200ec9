import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { isOver, useJob } from '../../queries/useJob.ts';
import { day } from '../../words/day.ts';
import { DryRun } from './DryRun.tsx';
import { ImportRun } from './ImportRun.tsx';
import { useImport } from './imports.ts';

/** One search or import: checked before it is stored, watched while it runs, and what came of it. */
export function ImportPage() {
  const { reviewId = '', importId = '' } = useParams({ strict: false });
  const { data: standing, error, refetch } = useImport(reviewId, importId);
  const job = useJob(reviewId, standing?.jobId ?? null).data;
  const queries = useQueryClient();
  usePlace(standing && `${standing.source.name}, ${day(standing.source.ranOn)}`);

  const hasJustEnded = standing?.state === 'importing' && job !== undefined && isOver(job);
  useEffect(() => {
    if (hasJustEnded) void queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  }, [hasJustEnded, queries, reviewId]);

  if (error && !standing) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!standing) return <Loading />;
  if (standing.state === 'previewed') return <DryRun reviewId={reviewId} standing={standing} />;
  return <ImportRun reviewId={reviewId} standing={standing} job={job ?? null} />;
}
