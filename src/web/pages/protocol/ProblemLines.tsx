import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QueryProblem } from '#core/protocol/queryTree';
import { ActionButton } from '../../parts/ActionButton.tsx';
import styles from './ProblemLines.module.css';

const ICONS: Readonly<Record<QueryProblem['severity'], ReactNode>> = {
  error: <IconAlertCircle size={18} stroke={1.75} />,
  warning: <IconAlertTriangle size={18} stroke={1.75} />,
  note: <IconInfoCircle size={18} stroke={1.75} />,
};
const RANK = { error: 0, warning: 1, note: 2 } as const;
const LONGEST_REPAIR = 28;

/** What is wrong with the string: place, what PubMed makes of it, and the repair in one click. Mistakes first. */
export function ProblemLines({
  problems,
  text,
  onRepair,
}: {
  problems: readonly QueryProblem[];
  text: string;
  onRepair: ((problem: QueryProblem) => void) | null;
}) {
  // An empty field is no mistake to be shown in red: nothing has been written yet.
  if (problems.length === 0 || text.trim() === '') return null;
  const sorted = [...problems].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start);
  return (
    <ul className={styles.problems} aria-label="What is wrong with the string">
      {sorted.map(problem => (
        <li key={`${problem.code} ${problem.start}`} className={styles.problem} data-severity={problem.severity}>
          {ICONS[problem.severity]}
          <p className={styles.words}>
            <strong>
              Line {problem.line}, character {problem.column}:
            </strong>{' '}
            {problem.message}
          </p>
          {onRepair && problem.repair !== undefined && (
            <ActionButton size="small" onClick={() => onRepair(problem)}>
              {wordsOf(problem.repair)}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(repair: string): string {
  if (repair === '') return 'Take it out';
  return repair.length > LONGEST_REPAIR ? `Change to ${repair.slice(0, LONGEST_REPAIR)}…` : `Change to ${repair}`;
}
