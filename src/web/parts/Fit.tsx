import styles from './Fit.module.css';

export type FitLevel = 1 | 2 | 3;

const WORDS: Readonly<Record<FitLevel, string>> = { 1: 'Possible', 2: 'Good fit', 3: 'Strong fit' };

/** Three bars and a word. The number belongs only in the breakdown. */
export function Fit({ level }: { level: FitLevel }) {
  return (
    <span className={styles.fit} data-level={level}>
      <span className={styles.bars} aria-hidden="true">
        {([1, 2, 3] as const).map(bar => (
          <span key={bar} data-filled={bar <= level || undefined} />
        ))}
      </span>
      {WORDS[level]}
    </span>
  );
}
