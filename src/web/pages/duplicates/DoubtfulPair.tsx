import { ActionButton } from '../../parts/ActionButton.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import styles from './Duplicates.module.css';
import { SideBySide } from './SideBySide.tsx';
import type { Pair } from './useDuplicates.ts';

/** One question: the same report or not? Three equal choices, none of them the default. */
export function DoubtfulPair({
  pair,
  because,
  isWorking,
  onDecide,
  onSkip,
}: {
  pair: Pair;
  because: string | null;
  isWorking: boolean;
  onDecide: (state: 'same' | 'different') => void;
  onSkip: () => void;
}) {
  useKeys(
    { n: () => onDecide('different'), s: onSkip, y: () => onDecide('same') },
    { isOff: because !== null || isWorking },
  );
  return (
    <div className={styles.pair}>
      <ul className={styles.reasons}>
        {pair.reasons.slice(0, 4).map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className={styles.choices}>
        <ActionButton keyCap="N" because={because} onClick={() => onDecide('different')}>
          Different reports
        </ActionButton>
        <ActionButton keyCap="S" onClick={onSkip}>
          Skip for now
        </ActionButton>
        <ActionButton keyCap="Y" because={because} becauseAt="tip" onClick={() => onDecide('same')}>
          The same report
        </ActionButton>
      </div>
      <SideBySide pair={pair} />
    </div>
  );
}
