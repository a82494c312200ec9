import { IconAlertCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { JobStanding } from '../queries/useJob.ts';
import { count } from '../words/count.ts';
import { duration } from '../words/duration.ts';
import styles from './JobProgress.module.css';
import { LinkButton } from './LinkButton.tsx';
import { ProgressBar } from './ProgressBar.tsx';

export type JobShown = Pick<
  JobStanding,
  'state' | 'doneCount' | 'totalCount' | 'sentence' | 'isCancelRequested' | 'startedAt'
>;

export interface JobProgressProps {
  readonly job: JobShown;
  /** "Fetching from PubMed" */
  readonly name: string;
  /** How an amount of the work is said; otherwise by its number. */
  readonly amount?: (amount: number) => string;
  readonly onStop?: () => void;
  /** Where what the job did can be taken back. */
  readonly onUndo?: () => void;
}

/** Long work: name, done of all, bar, time left, Stop. Over, it is one line in the server's words. */
export function JobProgress({ job, name, amount = count, onStop, onUndo }: JobProgressProps) {
  switch (job.state) {
    case 'done':
      return (
        <p className={styles.line} data-state="done">
          <IconCircleCheck size={18} stroke={1.75} />
          <span>{job.sentence || `${name}: done`}</span>
          {onUndo && <LinkButton onClick={onUndo}>Undo</LinkButton>}
        </p>
      );
    case 'failed':
      return (
        <p className={styles.line} data-state="failed" role="alert">
          <IconAlertCircle size={18} stroke={1.75} />
          <span>{job.sentence || `${name} ended early`}</span>
        </p>
      );
    case 'cancelled':
      return (
        <p className={styles.line} data-state="cancelled">
          <IconCircleX size={18} stroke={1.75} />
          <span>{job.sentence || `${name} was stopped`}</span>
        </p>
      );
    case 'queued':
    case 'running':
      return <UnderWay job={job} name={name} amount={amount} onStop={onStop} />;
  }
}

function UnderWay({
  job,
  name,
  amount,
  onStop,
}: {
  job: JobShown;
  name: string;
  amount: (amount: number) => string;
  onStop: (() => void) | undefined;
}) {
  const { doneCount, totalCount } = job;
  return (
    <div className={styles.job}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>
          {totalCount ? `${amount(doneCount)} of ${amount(totalCount)}` : amount(doneCount)}
        </span>
      </div>
      {totalCount !== null && totalCount > 0 && <ProgressBar done={doneCount} of={totalCount} label={name} />}
      <div className={styles.foot}>
        <span>{restOf(job)}</span>
        {onStop && !job.isCancelRequested && <LinkButton onClick={onStop}>Stop</LinkButton>}
      </div>
    </div>
  );
}

/** Enough to judge the pace by; before that any time left would be a guess. */
const LEAST_SHARE = 0.02;

/** Time left by the pace so far. An unknown length counts up and promises nothing. */
function restOf({ state, startedAt, doneCount, totalCount, isCancelRequested }: JobShown): string {
  if (isCancelRequested) return 'stops after the part it is at';
  if (state === 'queued') return 'waits for its turn; you may close this page';
  const share = totalCount ? doneCount / totalCount : 0;
  if (startedAt === null || share < LEAST_SHARE) return 'you may close this page';
  const seconds = (Date.now() - new Date(startedAt).getTime()) / 1000;
  return `${duration((seconds * (1 - share)) / share)} left; you may close this page`;
}
