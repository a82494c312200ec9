import { Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addCriterion, changeCriterion } from '#contract/protocol';
import type { CriterionKind } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './CriteriaSection.module.css';
import type { Criterion } from './CriteriaSection.tsx';

/** A new criterion, or other words for one that stands; its kind stays, since decisions may rest on it. */
export function CriterionForm({
  reviewId,
  kind,
  slots,
  criterion,
  onClose,
}: {
  reviewId: string;
  kind: CriterionKind;
  slots: readonly string[];
  criterion?: Criterion;
  onClose: () => void;
}) {
  const [text, setText] = useState(criterion?.text ?? '');
  const [slot, setSlot] = useState(criterion?.slot ?? '');
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: async () => {
      const body = { text, slot: slot === '' ? null : slot };
      if (criterion) {
        const { criterionId, position } = criterion;
        await call(changeCriterion, { params: { reviewId, criterionId }, body: { ...body, position } });
      } else await call(addCriterion, { params: { reviewId }, body: { ...body, kind } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, ['text', 'slot']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const known = [...new Set([...slots, ...(criterion?.slot ? [criterion.slot] : [])])];
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <FormProblem problem={saving.error} errors={errors} />
      <Textarea
        label="Criterion"
        name="text"
        autosize
        minRows={1}
        maxLength={500}
        value={text}
        error={errors.of('text')}
        onChange={event => setText(event.target.value)}
      />
      <Select
        label="About, optional"
        name="slot"
        data={[{ value: '', label: 'the whole study' }, ...known.map(name => ({ value: name, label: name }))]}
        value={slot}
        error={errors.of('slot')}
        onChange={value => setSlot(value ?? '')}
      />
      <div className={styles.buttons}>
        <ActionButton type="submit" size="small" kind="primary" isWorking={saving.isPending}>
          {criterion ? 'Save the criterion' : 'Add the criterion'}
        </ActionButton>
        <ActionButton size="small" onClick={onClose}>
          Not yet
        </ActionButton>
      </div>
    </form>
  );
}
