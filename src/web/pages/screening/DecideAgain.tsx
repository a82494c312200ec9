import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordDecision } from '#contract/screening';
import type { Choice } from '#core/vocabulary';
import { call } from '../../call.ts';
import { DecisionButtons } from '../../parts/DecisionButtons.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { Discussion, Discussions } from '../../queries/useDiscussions.ts';
import styles from './DiscussionsPage.module.css';
import type { RecordAtStage } from './wish.ts';

export interface DecideAgainProps {
  readonly at: RecordAtStage;
  readonly decision: Discussion['decisions'][number];
  readonly criteria: Discussions['criteria'];
}

/** One's own decision in a discussion: it may be changed until the conflict is settled. */
export function DecideAgain({ at, decision, criteria }: DecideAgainProps) {
  const queries = useQueryClient();
  const stands = decision.now ?? decision.before;
  const [criterionId, setCriterionId] = useState(stands.criterionId ?? '');
  const decide = useMutation({
    mutationFn: (choice: Choice) =>
      call(recordDecision, {
        params: at,
        body: {
          choice,
          criterionId: choice === 'exclude' && criterionId ? criterionId : null,
          note: decision.now?.note ?? '',
        },
      }),
    onSuccess: async (_, choice) => {
      toast({ text: choice === stands.choice ? 'Your decision stands' : 'Your decision is changed' });
      await queries.invalidateQueries({ queryKey: ['reviews', at.reviewId] });
    },
  });
  const errors = useFieldErrors(decide.error, ['criterionId']);
  return (
    <form ref={errors.form} className={styles.again} onSubmit={event => event.preventDefault()}>
      <p className="muted">Your decision. You may change it until the conflict is settled; every change is kept.</p>
      <FormProblem problem={decide.error} errors={errors} />
      <NativeSelect
        name="criterionId"
        label="Main reason, if you exclude it"
        error={errors.of('criterionId')}
        value={criterionId}
        onChange={event => setCriterionId(event.currentTarget.value)}
        data={[
          { value: '', label: at.stage === 'full-text' ? 'Choose' : 'None named' },
          ...criteria.filter(one => one.kind === 'exclude').map(one => ({ value: one.criterionId, label: one.text })),
        ]}
      />
      <DecisionButtons
        isSmall
        keys={null}
        chosen={stands.choice}
        because={decide.isPending ? 'It is being kept.' : null}
        onChoose={choice => decide.mutate(choice)}
      />
    </form>
  );
}
