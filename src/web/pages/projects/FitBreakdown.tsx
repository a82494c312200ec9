import { IconScale } from '@tabler/icons-react';
import type { FitOf } from '../../parts/fitLevel.ts';
import { widest } from '../../parts/widest.ts';
import styles from './Openings.module.css';

const PARTS = [
  { name: 'Topics', kinds: ['shared-term', 'related-term', 'mesh', 'rest'] },
  { name: 'Skills', kinds: ['skill'] },
  { name: 'Role', kinds: ['role'] },
  { name: 'Hours', kinds: ['hours'] },
  { name: 'Dates', kinds: ['dates'] },
  { name: 'Time zone', kinds: ['time-zone'] },
  { name: 'Languages', kinds: ['language'] },
] as const;

/** How much each side of a pair adds to its place in the order, and what never counts. */
export function FitBreakdown({ fit }: { fit: FitOf }) {
  const parts = PARTS.flatMap(({ name, kinds }) => {
    const reasons = fit.reasons.filter(reason => kinds.some(kind => kind === reason.kind));
    if (reasons.length === 0) return [];
    const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0);
    const terms = widest(reasons.filter(reason => reason.kind !== 'rest').map(reason => reason.term));
    return [{ name, weight, terms }];
  });
  const sum = parts.reduce((total, part) => total + Math.max(0, part.weight), 0);
  return (
    <>
      <ul className={styles.parts}>
        {parts.map(part => (
          <li key={part.name}>
            <p className={styles.partHead}>
              <span>{part.name}</span>
              <span className="muted">{part.terms.slice(0, 3).join(', ')}</span>
            </p>
            <span
              className={styles.partBar}
              role="img"
              aria-label={
                sum > 0 ? `${Math.round((Math.max(0, part.weight) / sum) * 100)} % of what speaks for it` : ''
              }
            >
              <span style={{ width: `${sum > 0 ? (Math.max(0, part.weight) / sum) * 100 : 0}%` }} />
            </span>
            {part.weight < 0 && <p className={styles.partNote}>puts it further down</p>}
          </li>
        ))}
      </ul>
      <p className={styles.never}>
        <IconScale size={18} stroke={1.75} aria-hidden="true" />
        <span>Country, school and age never count. Bars show each part’s share of what speaks for the fit.</span>
      </p>
    </>
  );
}
