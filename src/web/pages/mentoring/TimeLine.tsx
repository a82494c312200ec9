import { day } from '../../words/day.ts';
import styles from './Mentoring.module.css';
import type { CheckIn } from './useMentoring.ts';

const WORDS = { planned: 'planned', held: 'held', missed: 'did not take place' } as const;

/** All check-ins on one line: full when held, broken when missed, pale when still to come. */
export function TimeLine({
  checkIns,
  shownId,
  onChoose,
}: {
  checkIns: readonly CheckIn[];
  shownId: string | null;
  onChoose: (checkInId: string) => void;
}) {
  return (
    <ol className={styles.line}>
      {checkIns.map(one => (
        <li key={one.checkInId}>
          <button
            type="button"
            data-state={one.state}
            data-here={one.checkInId === shownId || undefined}
            aria-pressed={one.checkInId === shownId}
            aria-label={`${day(one.onDay)}, ${WORDS[one.state]}`}
            onClick={() => onChoose(one.checkInId)}
          >
            <span className={styles.dot} />
            {day(one.onDay, 'short')}
          </button>
        </li>
      ))}
    </ol>
  );
}
