import { NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { adjudicateRecord, reopenRecord } from '#contract/conflicts';
import { call } from '../../call.ts';
import { DecisionButtons } from '../../parts/DecisionButtons.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './ConflictsPage.module.css';
import type { Conflicts } from './conflictQueries.ts';
import { reasonDraft } from './reasonDraft.ts';
import type { RecordAtStage } from './wish.ts';

const VERDICT_CHOICES = ['exclude', 'include'] as const;

export interface SettleFormProps {
  readonly at: RecordAtStage;
  /** Why this person may not settle it. */
  readonly because: string | null;
  readonly criteria: Conflicts['criteria'];
  readonly onSettled: () => void;
}

/** Exclude or Include, with a reason that the screeners will read; opens the next conflict. */
export function SettleForm({ at, because, criteria, onSettled }: SettleFormProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState(() => reasonDraft.of(at.recordId));
  const [criterionId, setCriterionId] = useState('');
  const isFullText = at.stage === 'full-text';
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', at.reviewId] });
  const settle = useMutation({
    mutationFn: (choice: 'include' | 'exclude') =>
      call(adjudicateRecord, {
        params: at,
        body: { choice, reason: reason.trim(), criterionId: choice === 'exclude' && criterionId ? criterionId : null },
      }),
    onSuccess: (_, choice) => {
      reasonDraft.forget(at.recordId);
      onSettled();
      toast({
        text: `Settled: ${choice === 'include' ? 'included' : 'excluded'}`,
        undo: { word: 'Undo', deed: () => void call(reopenRecord, { params: at }).then(refresh) },
      });
      void refresh();
    },
  });
  const errors = useFieldErrors(settle.error, ['reason', 'criterionId']);
  const missing = because ?? (reason.trim() === '' ? 'Write your reason first.' : null);
  return (
    <form ref={errors.form} className={styles.form} onSubmit={event => event.preventDefault()}>
      <FormProblem problem={settle.error} errors={errors} />
      <Textarea
        name="reason"
        label={
          <>
            Your reason <span className="muted">needed, the screeners will read it</span>
          </>
        }
        error={errors.of('reason')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        disabled={because !== null}
        value={reason}
        onChange={event => {
          setReason(event.currentTarget.value);
          reasonDraft.keep(at.recordId, event.currentTarget.value);
        }}
      />
      {isFullText && (
        <NativeSelect
          name="criterionId"
          label="Main reason, if you exclude it"
          error={errors.of('criterionId')}
          value={criterionId}
          onChange={event => setCriterionId(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose' },
            ...criteria.filter(one => one.kind === 'exclude').map(one => ({ value: one.criterionId, label: one.text })),
          ]}
        />
      )}
      <div className={styles.deed}>
        <DecisionButtons
          isSmall
          chosen={null}
          choices={VERDICT_CHOICES}
          because={settle.isPending ? 'It is being settled.' : missing}
          onChoose={choice => {
            if (choice !== 'unsure') settle.mutate(choice);
          }}
        />
      </div>
      <p className={styles.hint}>{missing ?? 'This settles the conflict and opens the next one. You can undo it.'}</p>
    </form>
  );
}
