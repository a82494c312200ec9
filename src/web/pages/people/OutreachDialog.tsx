import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { logOutreach } from '#contract/outreach';
import { OUTREACH_STATES, type OutreachState } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { Logged } from './FacultyPage.tsx';
import styles from './Works.module.css';

const WORDS: Readonly<Record<OutreachState, string>> = {
  planned: 'to write to',
  contacted: 'contacted',
  answered: 'answered',
  declined: 'declined',
};

/** The letter, which the person sends from their own mail, and how it stands. */
export function OutreachDialog({
  reviewId,
  outreach,
  onClose,
}: {
  reviewId: string;
  outreach: Logged;
  onClose: () => void;
}) {
  const { outreachId, name } = outreach;
  const [fields, setFields] = useState({
    ...{ state: outreach.state, letter: outreach.letter, note: outreach.note },
    ...{ contactedOn: outreach.contactedOn, remindOn: outreach.remindOn },
  });
  const queries = useQueryClient();
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const saving = useMutation({
    mutationFn: () => call(logOutreach, { params: { reviewId, outreachId }, body: fields }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'faculty'] });
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, ['state', 'letter', 'note', 'contactedOn', 'remindOn']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <Dialog title={`Letter to ${name}`} onClose={onClose}>
      <form ref={errors.form} className={styles.find} onSubmit={send} noValidate>
        <FormProblem problem={saving.error} errors={errors} />
        <Textarea
          label="Letter"
          name="letter"
          autosize
          minRows={8}
          maxRows={14}
          value={fields.letter}
          error={errors.of('letter')}
          onChange={event => set({ letter: event.target.value })}
        />
        <div>
          <CopyLink text={fields.letter}>Copy the letter</CopyLink>
        </div>
        <Select
          label="How it stands"
          name="state"
          allowDeselect={false}
          data={OUTREACH_STATES.map(state => ({ value: state, label: WORDS[state] }))}
          value={fields.state}
          error={errors.of('state')}
          onChange={value => set({ state: OUTREACH_STATES.find(state => state === value) ?? fields.state })}
        />
        <TextInput
          label="Written on"
          name="contactedOn"
          type="date"
          value={fields.contactedOn ?? ''}
          error={errors.of('contactedOn')}
          onChange={event => set({ contactedOn: event.target.value || null })}
        />
        <TextInput
          label="Remind me on"
          name="remindOn"
          type="date"
          value={fields.remindOn ?? ''}
          error={errors.of('remindOn')}
          onChange={event => set({ remindOn: event.target.value || null })}
        />
        <Textarea
          label="Note"
          name="note"
          autosize
          value={fields.note}
          error={errors.of('note')}
          onChange={event => set({ note: event.target.value })}
        />
        <div className={styles.confirm}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
            Save
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
