import { IconCheck } from '@tabler/icons-react';
import { KeyCap } from '../../parts/KeyCap.tsx';
import styles from './ReasonList.module.css';
import type { MyScreening } from './useMyScreening.ts';

export interface ReasonListProps {
  readonly reasons: MyScreening['criteria'];
  readonly chosenId: string | null;
  readonly onChoose: (criterionId: string) => void;
  /** Somebody wants to exclude and has not said why yet. */
  readonly isMissing?: boolean;
}

/** Reasons to exclude a report, in the protocol's order; exactly one is the main one. */
export function ReasonList({ reasons, chosenId, onChoose, isMissing = false }: ReasonListProps) {
  return (
    <fieldset className={styles.reasons}>
      <legend className={styles.title}>
        The one main reason <span className={styles.byNumber}>press its number</span>
      </legend>
      {isMissing && (
        <p className={styles.missing} role="status">
          Choose the reason first, then exclude.
        </p>
      )}
      {reasons.length === 0 && (
        <p className="muted">The team has no criterion for exclusion yet. A lead adds them to the question.</p>
      )}
      {reasons.map((reason, place) => (
        <button
          key={reason.criterionId}
          type="button"
          className={styles.reason}
          aria-pressed={reason.criterionId === chosenId}
          aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
          onClick={() => onChoose(reason.criterionId)}
        >
          {place < 9 && <KeyCap>{String(place + 1)}</KeyCap>}
          <span>{reason.text}</span>
          {reason.criterionId === chosenId && <IconCheck size={18} stroke={1.75} aria-hidden="true" />}
        </button>
      ))}
      {reasons.length > 0 && (
        <p className={styles.hint}>
          Order of the reasons as in the protocol. Two screeners with different reasons make a conflict too.
        </p>
      )}
    </fieldset>
  );
}
