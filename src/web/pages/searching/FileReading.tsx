import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { type JobStanding, useStopJob } from '../../queries/useJob.ts';
import { FileFacts } from './FileFacts.tsx';
import { fileSize } from './fileSize.ts';
import styles from './ImportRun.module.css';
import type { ImportStanding } from './imports.ts';

/** A large file while it is read for its dry run. */
export function FileReading({
  reviewId,
  standing,
  job,
}: {
  reviewId: string;
  standing: ImportStanding;
  job: JobStanding | null;
}) {
  const stopping = useStopJob(reviewId);
  return (
    <>
      <PageHead
        title="The file is being read"
        line="Nothing is stored yet. When it is read you see what was found, and decide."
      />
      <div className={styles.parts}>
        {stopping.error && <ErrorNote problem={stopping.error} />}
        {job ? (
          <JobProgress
            job={job}
            name={`Reading ${standing.fileName ?? 'the file'}`}
            amount={fileSize}
            onStop={() => stopping.mutate(job.jobId)}
          />
        ) : (
          <Loading />
        )}
        <FileFacts standing={standing} />
      </div>
    </>
  );
}
