import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly done: number;
  readonly of: number;
  /** Planned but not yet given work, hatched after what is done. */
  readonly planned?: number;
  readonly label: string;
}

/** Accent on grey; the numbers stand beside it, in words of their own. */
export function ProgressBar({ done, of, planned = 0, label }: ProgressBarProps) {
  const share = (part: number) => `${of > 0 ? Math.min(100, (100 * part) / of) : 0}%`;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={Math.min(done, of)}
    >
      <span className={styles.done} style={{ width: share(done) }} />
      {planned > 0 && <span className={styles.planned} style={{ width: share(Math.min(planned, of - done)) }} />}
    </div>
  );
}
