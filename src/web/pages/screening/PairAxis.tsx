import styles from './PairAxis.module.css';

export interface PairAxisProps {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The gate's mark. */
  readonly bar?: number;
}

/** A kappa with its interval on the line from 0 to 1; the numbers stand beside it. */
export function PairAxis({ value, lower, upper, bar }: PairAxisProps) {
  const at = (number: number) => `${100 * Math.min(1, Math.max(0, number))}%`;
  return (
    <span className={styles.axis} aria-hidden="true">
      {bar !== undefined && <span className={styles.bar} style={{ left: at(bar) }} />}
      {lower !== null && upper !== null && (
        <span className={styles.interval} style={{ left: at(lower), width: `calc(${at(upper)} - ${at(lower)})` }} />
      )}
      {value !== null && <span className={styles.point} style={{ left: at(value) }} />}
    </span>
  );
}
