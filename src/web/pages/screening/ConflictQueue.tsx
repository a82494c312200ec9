import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import styles from './ConflictsPage.module.css';
import type { Conflict } from './conflictQueries.ts';
import { firstAuthors } from './firstAuthors.ts';

export interface ConflictQueueProps {
  readonly conflicts: readonly Conflict[];
  readonly current: Conflict;
  readonly onChoose: (recordId: string) => void;
}

/** The conflicts that wait, in the order of import; where there is no room for a list, "3 of 12" with the way on. */
export function ConflictQueue({ conflicts, current, onChoose }: ConflictQueueProps) {
  const index = conflicts.indexOf(current);
  const goTo = (next: number) => {
    const conflict = conflicts[next];
    if (conflict) onChoose(conflict.record.recordId);
  };
  useKeys({ j: () => goTo(index + 1), k: () => goTo(index - 1) });
  return (
    <>
      <div className={styles.place}>
        <IconButton
          label="Conflict before"
          icon={<IconChevronLeft size={20} stroke={1.75} />}
          onClick={() => goTo(index - 1)}
        />
        <span className="number">
          {index + 1} of {conflicts.length}
        </span>
        <IconButton
          label="Next conflict"
          icon={<IconChevronRight size={20} stroke={1.75} />}
          onClick={() => goTo(index + 1)}
        />
      </div>
      <nav className={styles.queue} aria-label="Conflicts">
        <ul>
          {conflicts.map(conflict => (
            <li key={conflict.record.recordId}>
              <button
                type="button"
                className={styles.row}
                aria-current={conflict === current || undefined}
                onClick={() => onChoose(conflict.record.recordId)}
              >
                <span className={styles.rowTitle}>{conflict.record.title}</span>
                <span className="muted">
                  {firstAuthors(conflict.record.authorsText)} {conflict.record.year}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
