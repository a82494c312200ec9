import { CERTAINTY_LEVELS, CERTAINTY_WORDS, type CertaintyLevel } from '#core/certainty/grading';
import styles from './Certainty.module.css';

/** Four circles, filled with a cross from the left: the more, the surer. */
export function CertaintyCircles({ level, size = 16 }: { level: CertaintyLevel; size?: number }) {
  const filled = CERTAINTY_LEVELS.length - CERTAINTY_LEVELS.indexOf(level);
  return (
    <svg
      className={styles.circles}
      width={size * 4.6}
      height={size}
      viewBox="0 0 92 20"
      role="img"
      aria-label={`Certainty: ${CERTAINTY_WORDS[level]}`}
    >
      {CERTAINTY_LEVELS.map((word, place) => {
        const x = 10 + place * 24;
        return (
          <g key={word}>
            <circle cx={x} cy="10" r="8.5" />
            {place < filled && <path d={`M${x - 8.5} 10h17M${x} 1.5v17`} />}
          </g>
        );
      })}
    </svg>
  );
}
