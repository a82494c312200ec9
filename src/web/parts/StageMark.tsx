import type { STEP_STATES } from '#contract/reviews';
import styles from './StageMark.module.css';

/** The contract's words for where a step of a review stands. */
export type StageState = (typeof STEP_STATES)[number];

const WORDS: Readonly<Record<StageState, string>> = {
  done: 'done',
  'under-way': 'under way',
  open: 'can begin',
  waiting: 'not yet',
};

const ROUND = 2 * Math.PI * 6.5;

/** A tick, a ring filled by share, an open ring, a dotted ring. Its word is there for screen readers. */
export function StageMark({ state, share = 0, size = 18 }: { state: StageState; share?: number; size?: number }) {
  const part = Math.min(1, Math.max(0, share)) * ROUND;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={styles.mark}
      data-state={state}
      role="img"
      aria-label={WORDS[state]}
    >
      {state === 'done' ? (
        <>
          <circle cx="8" cy="8" r="8" className={styles.full} />
          <path d="m4.9 8.2 2.1 2.1 4-4.2" className={styles.tick} />
        </>
      ) : (
        <circle cx="8" cy="8" r="6.5" className={styles.ring} />
      )}
      {state === 'under-way' && (
        <circle
          cx="8"
          cy="8"
          r="6.5"
          className={styles.part}
          strokeDasharray={`${part} ${ROUND}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
