import { Link } from '@tanstack/react-router';
import { Fit } from '../../parts/Fit.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { day } from '../../words/day.ts';
import { ApplicationBadge } from './ApplicationBadge.tsx';
import styles from './Openings.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { EARNING_WORDS, workWords } from './postWords.ts';

/** One opening of the list. Beside a panel its link selects it; without one it leads to the opening. */
export function OpeningRow({
  opening,
  isSelected,
  selects,
}: {
  opening: OpeningDetails;
  isSelected: boolean;
  selects: boolean;
}) {
  const { openingId, title } = opening;
  return (
    <li className={styles.row} data-selected={isSelected || undefined}>
      <div className={styles.rowHead}>
        {selects ? (
          <Link
            to="."
            search={(before: Record<string, unknown>) => ({ ...before, opening: openingId })}
            replace
            resetScroll={false}
            className={styles.rowTitle}
            aria-current={isSelected || undefined}
          >
            {title}
          </Link>
        ) : (
          <Link to="/openings/$openingId" params={{ openingId }} className={styles.rowTitle}>
            {title}
          </Link>
        )}
        {opening.fit && <Fit level={fitLevel(opening.fit)} />}
      </div>
      <p className={styles.project}>{opening.projectTitle}</p>
      {opening.fit && <FitReasons fit={opening.fit} isWithWord={false} />}
      <p className={styles.facts}>
        {opening.leadName && <span>{opening.leadName}</span>}
        {workWords(opening) && <span>{workWords(opening)}</span>}
        {opening.dueOn ? (
          <span>due {day(opening.dueOn)}</span>
        ) : (
          opening.closesOn && <span>apply by {day(opening.closesOn)}</span>
        )}
        <span>
          {opening.seatsLeft} of {opening.capacity} {opening.capacity === 1 ? 'seat' : 'seats'} left
        </span>
        {opening.hoursPerWeek !== null && <span>{opening.hoursPerWeek} h a week</span>}
        {opening.earnsKind && <span>{EARNING_WORDS[opening.earnsKind]}</span>}
        {opening.isNew && <span>new</span>}
        {opening.myApplication && <ApplicationBadge application={{ ...opening.myApplication, seenAt: null }} />}
      </p>
    </li>
  );
}
