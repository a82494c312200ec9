import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reopenRecord } from '#contract/conflicts';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { since } from '../../words/since.ts';
import styles from './ConflictsPage.module.css';
import { CHOICE_WORDS } from './choiceWords.ts';
import type { Conflict, Conflicts } from './conflictQueries.ts';
import type { RecordAtStage } from './wish.ts';

export interface SettledNoteProps {
  readonly at: RecordAtStage;
  readonly adjudication: NonNullable<Conflict['adjudication']>;
  readonly criteria: Conflicts['criteria'];
  readonly onReopened: () => void;
}

/** How a conflict was settled, by whom and why, and the way to open it again. */
export function SettledNote({ at, adjudication, criteria, onReopened }: SettledNoteProps) {
  const queries = useQueryClient();
  const reopen = useMutation({
    mutationFn: () => call(reopenRecord, { params: at }),
    onSuccess: async () => {
      onReopened();
      toast({ text: 'Reopened. It waits among the conflicts again' });
      await queries.invalidateQueries({ queryKey: ['reviews', at.reviewId] });
    },
  });
  const criterion = criteria.find(one => one.criterionId === adjudication.criterionId);
  return (
    <div className={styles.form}>
      <div className={styles.cardHead}>
        <div>
          <div className={styles.name}>Settled by {adjudication.adjudicatorName}</div>
          <div className="muted">{since(adjudication.decidedAt)}</div>
        </div>
        <Badge kind={adjudication.choice}>{CHOICE_WORDS[adjudication.choice]}</Badge>
      </div>
      {criterion && (
        <p>
          <span className="muted">Criterion:</span> {criterion.text}
        </p>
      )}
      <p className={styles.note}>{adjudication.reason}</p>
      {reopen.isError && (
        <Note kind="error" claim="It was not reopened.">
          {reopen.error instanceof CallProblem ? reopen.error.message : 'Try it again.'}
        </Note>
      )}
      <ActionButton isWorking={reopen.isPending} onClick={() => reopen.mutate()}>
        Reopen this conflict
      </ActionButton>
    </div>
  );
}
