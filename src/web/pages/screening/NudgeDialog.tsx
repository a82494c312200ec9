import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendNudge } from '#contract/assignments';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './NoteDialog.module.css';
import type { BoardPerson } from './teamQueries.ts';

export interface NudgeDialogProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly person: BoardPerson;
  readonly onClose: () => void;
}

/** A friendly note to somebody with open work. */
export function NudgeDialog({ reviewId, stage, person, onClose }: NudgeDialogProps) {
  const queries = useQueryClient();
  const [first = person.name] = person.name.split(' ');
  const [text, setText] = useState(
    `Hello ${first}, how is it going? If the dates don’t fit any more, tell me and we move the work.`,
  );
  const send = useMutation({
    mutationFn: () => call(sendNudge, { params: { reviewId, stage, personId: person.personId }, body: { text } }),
    onSuccess: async ({ isMailed }) => {
      toast({ text: `${first} finds your note on the screening page${isMailed ? ' and in the mail' : ''}` });
      onClose();
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'board'] });
    },
  });
  const errors = useFieldErrors(send.error, ['text']);
  return (
    <Dialog title={`A note to ${person.name}`} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (!send.isPending) send.mutate();
        }}
      >
        <FormProblem problem={send.error} errors={errors} />
        <Textarea
          label="Note"
          name="text"
          autosize
          minRows={3}
          maxLength={1000}
          description="It stands on their screening page until they decide again."
          error={errors.of('text')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <ActionButton kind="primary" type="submit" isWorking={send.isPending}>
          Send the note
        </ActionButton>
      </form>
    </Dialog>
  );
}
