import { CERTAINTY_WORDS, type CertaintyLevel } from '#core/certainty/grading';
import styles from './Certainty.module.css';
import { CertaintyCircles } from './CertaintyCircles.tsx';

/** Where there is no room for the panel: the sum, pinned; the rest opens from it. */
export function PinnedSum({ certainty, onOpen }: { certainty: CertaintyLevel; onOpen: () => void }) {
  return (
    <div className={styles.pinned}>
      <button type="button" className={styles.pinnedSum} onClick={onOpen}>
        <CertaintyCircles level={certainty} />
        <span>
          {CERTAINTY_WORDS[certainty]}
          <span className={styles.hint}> · words, grounds, agree</span>
        </span>
      </button>
    </div>
  );
}
