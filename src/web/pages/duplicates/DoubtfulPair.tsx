import { IconArrowDown, IconArrowsSplit, IconGitMerge, IconLink } from '@tabler/icons-react';
import { compareRecords } from '#core/duplicates/compareRecords';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Note } from '../../parts/Note.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { comparable } from './comparable.ts';
import styles from './Duplicates.module.css';
import { SideBySide } from './SideBySide.tsx';
import type { Pair } from './useDuplicates.ts';

export type PairVerdict = 'same' | 'different' | 'related';

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
  onDecide: (state: PairVerdict) => void;
  onSkip: () => void;
}) {
  useKeys(
    { n: () => onDecide('different'), s: () => onDecide('related'), y: () => onDecide('same') },
    { isOff: because !== null || isWorking },
  );
  useKeys({ j: onSkip });
  const { vetoes } = compareRecords(comparable(pair.a), comparable(pair.b));
  const related = vetoes.find(({ word }) => RELATED_VETOES.includes(word));
  return (
    <div className={styles.pair}>
      {related && (
        <Note kind="warn" claim={related.sentence}>
          Pooled never merges such a pair by itself. If both tell of one study, keep both and link them.
        </Note>
      )}
      <SideBySide pair={pair} />
      <div className={styles.why}>
        <span className="muted">Why doubtful</span>
        <ul className={styles.reasons}>
          {pair.reasons.slice(0, 4).map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <Badge kind="fact">{`likeness ${pair.probability.toFixed(2)}`}</Badge>
      </div>
      <div className={styles.choices}>
        <ActionButton kind="quiet" icon={<IconArrowDown stroke={1.75} />} keyCap="J" onClick={onSkip}>
          Later
        </ActionButton>
        <span className={styles.room} />
        <ActionButton
          size="large"
          icon={<IconArrowsSplit stroke={1.75} />}
          keyCap="N"
          because={because}
          becauseAt="tip"
          onClick={() => onDecide('different')}
        >
          Keep both
        </ActionButton>
        <ActionButton
          size="large"
          icon={<IconLink stroke={1.75} />}
          keyCap="S"
          because={because}
          becauseAt="tip"
          onClick={() => onDecide('related')}
        >
          Keep both, same study
        </ActionButton>
        <ActionButton
          size="large"
          icon={<IconGitMerge stroke={1.75} />}
          keyCap="Y"
          because={because}
          becauseAt="tip"
          onClick={() => onDecide('same')}
        >
          Merge, same report
        </ActionButton>
      </div>
    </div>
  );
}

/** What says that the two are reports of another kind about one thing. */
const RELATED_VETOES: readonly string[] = ['veto:kinds-differ', 'veto:venues-differ', 'veto:only-one-in-a-supplement'];
