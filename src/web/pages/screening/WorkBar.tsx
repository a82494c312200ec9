import styles from './TeamPage.module.css';

export interface WorkBarProps {
  readonly name: string;
  readonly done: number;
  readonly given: number;
  readonly planned: number;
  /** The most that anybody has: all bars share one scale. */
  readonly longest: number;
}

/** Done, given, and what is planned; the numbers stand beside it. */
export function WorkBar({ name, done, given, planned, longest }: WorkBarProps) {
  const share = (part: number) => `${(100 * part) / longest}%`;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={`Decided by ${name}`}
      aria-valuemin={0}
      aria-valuemax={given}
      aria-valuenow={done}
    >
      <span className={styles.done} style={{ width: share(done) }} />
      <span className={styles.open} style={{ width: share(given - done) }} />
      <span className={styles.planned} style={{ width: share(planned) }} />
    </div>
  );
}
