import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { count } from '../../words/count.ts';
import { duration } from '../../words/duration.ts';
import styles from './ScreeningPage.module.css';
import type { MyScreening } from './useMyScreening.ts';

/** How far I am, and how long the rest takes at my own pace, once that is known. */
export function ScreeningProgress({
  decided,
  mine,
}: {
  decided: number;
  mine: Pick<MyScreening, 'given' | 'secondsPerRecord'>;
}) {
  const left = mine.given - decided;
  return (
    <>
      <ProgressBar done={decided} of={mine.given} label="Records that you have decided on" />
      <span className={styles.numbers}>
        <strong className="number">
          {count(decided)} of {count(mine.given)}
        </strong>
        {left > 0 && mine.secondsPerRecord !== null && (
          <span className="muted"> · {duration(left * mine.secondsPerRecord)} left</span>
        )}
      </span>
    </>
  );
}
