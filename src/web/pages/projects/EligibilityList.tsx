import { IconAlertCircle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './Opening.module.css';
import type { OpeningDetails } from './openingBody.ts';

/** The rules of the project, each with what the person's own profile says; nobody else sees these marks. */
export function EligibilityList({ opening }: { opening: OpeningDetails }) {
  if (opening.eligibility.length === 0) return null;
  return (
    <ul className={styles.rules}>
      {opening.eligibility.map(check => (
        <li key={check.rule} data-met={String(check.isMet)}>
          {check.isMet === true && <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />}
          {check.isMet === false && <IconAlertCircle size={18} stroke={1.75} aria-hidden="true" />}
          {check.isMet === null && <IconCircle size={18} stroke={1.75} aria-hidden="true" />}
          <span>
            {check.rule}
            <span className={styles.second}>
              {check.isMet === true && 'by your profile'}
              {check.isMet === false && 'not by your profile'}
              {check.isMet === null && (
                <>
                  your profile doesn’t say · <Link to="/profile">add it</Link>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
