import styles from './ProgressBar.module.css';

/** A review's progress in a row of a table: nine parts, each filled by its stage's share (0 to 1). */
export function NineParts({ shares, label }: { shares: readonly number[]; label: string }) {
  return (
    <div className={styles.nine} role="img" aria-label={label}>
      {shares.map((share, stage) => (
        <span key={String(stage)}>
          {share > 0 && <span data-full={share >= 1 || undefined} style={{ width: `${Math.min(1, share) * 100}%` }} />}
        </span>
      ))}
    </div>
  );
}
