import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { amendProtocol } from '#contract/registration';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Manuscript.module.css';

/** The reason of a deviation that the data show, or a change that only people know of. */
export function AmendmentDialog({
  reviewId,
  deviation,
  onClose,
}: {
  reviewId: string;
  deviation: { id: string; on: string; what: string; reason: string } | null;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [amendedOn, setAmendedOn] = useState(deviation?.on ?? new Date().toISOString().slice(0, 10));
  const [what, setWhat] = useState(deviation?.what ?? '');
  const [reason, setReason] = useState(deviation?.reason ?? '');
  const save = useMutation({
    mutationFn: () =>
      call(amendProtocol, {
        params: { reviewId },
        body: { about: deviation?.id ?? null, amendedOn, what: what.slice(0, 300), reason },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error, ['amendedOn', 'what', 'reason']);
  return (
    <Dialog title={deviation ? 'Why did the review leave its protocol?' : 'Write down a change'} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        {deviation ? (
          <p>{deviation.what}</p>
        ) : (
          <>
            <TextInput
              name="amendedOn"
              type="date"
              label="Date"
              value={amendedOn}
              error={errors.of('amendedOn')}
              onChange={event => setAmendedOn(event.currentTarget.value)}
            />
            <TextInput
              name="what"
              label="What was changed"
              maxLength={300}
              value={what}
              error={errors.of('what')}
              onChange={event => setWhat(event.currentTarget.value)}
            />
          </>
        )}
        <Textarea
          name="reason"
          label="Why"
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={errors.of('reason')}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={save.isPending}>
            Keep it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
