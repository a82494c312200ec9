import { JobProgress } from '../../parts/JobProgress.tsx';
import { isOver } from '../../queries/useJob.ts';
import { count } from '../../words/count.ts';
import { since } from '../../words/since.ts';
import styles from './ReportPage.module.css';
import { addressOfPrepared, type PreparedExport } from './usePreparedExports.ts';

/** How far a large file is, with a way to stop it; made, when that was and where it is to be had again. */
export function PreparedState({
  reviewId,
  prepared,
  name,
  onStop,
}: {
  reviewId: string;
  prepared: PreparedExport | null;
  name: string;
  onStop: (exportId: string) => void;
}) {
  if (!prepared) return null;
  const { exportId, keptUntil, bytes, finishedAt, askedAt } = prepared;
  if (!isOver(prepared) || prepared.state === 'failed') {
    return (
      <div className={styles.prepared}>
        <JobProgress
          job={prepared}
          name={prepared.state === 'running' && prepared.sentence ? prepared.sentence : `Making ${name}`}
          onStop={() => onStop(exportId)}
        />
      </div>
    );
  }
  if (keptUntil === null) return null;
  return (
    <p className={styles.fileLine}>
      {name} of {since(finishedAt ?? askedAt)}
      {bytes !== null && `, ${count(Math.max(1, Math.round(bytes / 1024)))} kB`}:{' '}
      <a href={addressOfPrepared(reviewId, exportId)} download={prepared.file}>
        download it again
      </a>
    </p>
  );
}
