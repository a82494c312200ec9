import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { writeProtocolField } from '#contract/registration';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Manuscript.module.css';

/** One field of the protocol in the team's words; empty goes back to what the data say. */
export function FieldDialog({
  reviewId,
  field,
  onClose,
}: {
  reviewId: string;
  field: { id: string; label: string; hint: string; drafted: string; own: string | null };
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [text, setText] = useState(field.own ?? field.drafted);
  const save = useMutation({
    mutationFn: (next: string | null) =>
      call(writeProtocolField, { params: { reviewId, field: field.id }, body: { text: next } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error, ['text']);
  return (
    <Dialog title={field.label} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          const written = text.trim();
          save.mutate(written === '' || written === field.drafted ? null : written);
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        <Textarea
          name="text"
          label="Text"
          description={field.hint}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={20_000}
          value={text}
          error={errors.of('text')}
          onChange={event => setText(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          {field.own !== null && field.drafted !== '' && (
            <ActionButton onClick={() => save.mutate(null)}>Back to what the data say</ActionButton>
          )}
          <ActionButton kind="primary" type="submit" isWorking={save.isPending}>
            Keep it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
