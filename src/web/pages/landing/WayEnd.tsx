import { decimalText } from '#core/reporting/numbers';
import { EXAMPLE } from './exampleAnalysis.ts';
import styles from './Landing.module.css';

/** Where the way ends: the pooled ratio with its interval, computed. */
export function WayEnd() {
  const { pooled } = EXAMPLE;
  if (!pooled.estimable) return <li>{pooled.because}</li>;
  const ratio = (log: number) => decimalText(Math.exp(log), 2);
  return (
    <li>
      <span className={styles.count}>{ratio(pooled.value.estimate)}</span>
      <span className={styles.unit}>
        risk ratio, {ratio(pooled.value.lower)} to {ratio(pooled.value.upper)}
      </span>
      <span className={styles.short}>risk ratio</span>
    </li>
  );
}
