import { Link } from '@tanstack/react-router';
import { Badge } from '../../parts/Badge.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { useJob, useStopJob } from '../../queries/useJob.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { fileSize } from './fileSize.ts';
import { type ImportStanding, isAtWork } from './imports.ts';

/** How far an import is, in the row of a list. */
export function ImportState({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const { importId, state, undoJobId, report, finishedAt, undoneAt } = standing;
  const jobId = undoJobId ?? standing.jobId;
  const job = useJob(reviewId, isAtWork(standing) ? jobId : null).data;
  const stopping = useStopJob(reviewId);
  switch (state) {
    case 'reading':
      if (!job || !jobId) return <Badge kind="neutral">at work</Badge>;
      return <JobProgress job={job} name="Reading" amount={fileSize} onStop={() => stopping.mutate(jobId)} />;
    case 'importing':
      if (!job || !jobId) return <Badge kind="neutral">at work</Badge>;
      return (
        <JobProgress
          job={job}
          name={standing.fileName ? 'Importing' : 'Fetching from PubMed'}
          onStop={() => stopping.mutate(jobId)}
        />
      );
    case 'previewed':
      return (
        <Link to="/reviews/$reviewId/search/$importId" params={{ reviewId, importId }}>
          Check it and import
        </Link>
      );
    case 'imported':
      if (undoJobId) {
        if (!job) return <Badge kind="neutral">being undone</Badge>;
        return <JobProgress job={job} name="Undoing" onStop={() => stopping.mutate(undoJobId)} />;
      }
      if (standing.undoProblem) return <Badge kind="warn">{`not undone: ${standing.undoProblem}`}</Badge>;
      return (
        <Badge kind="include">
          {report && report.withoutAbstract > 0
            ? `imported, ${counted(report.withoutAbstract, 'without abstract', 'without abstract')}`
            : 'imported'}
        </Badge>
      );
    case 'undone':
      return <Badge kind="neutral">{undoneWords(finishedAt === null, undoneAt)}</Badge>;
    case 'failed':
      return <Badge kind="exclude">ended early, nothing was kept</Badge>;
  }
}

/** A dry run that was left is no import that was undone. */
function undoneWords(wasOnlyLookedAt: boolean, undoneAt: string | null): string {
  if (wasOnlyLookedAt) return 'left, nothing stored';
  return undoneAt ? `undone on ${day(undoneAt)}` : 'undone';
}
