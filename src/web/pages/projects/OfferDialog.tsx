import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { makeOffer } from '#contract/offers';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { OpeningDetails } from './openingBody.ts';
import styles from './Project.module.css';
import { useRefreshOpenings } from './useRefreshOpenings.ts';

/** Offers the seat to a person with a note. It becomes theirs when they take it, while there is one left. */
export function OfferDialog({
  opening,
  person,
  onClose,
}: {
  opening: OpeningDetails;
  person: { readonly personId: string; readonly name: string };
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const refresh = useRefreshOpenings();
  const offering = useMutation({
    mutationFn: () =>
      call(makeOffer, {
        params: { openingId: opening.openingId },
        body: { personId: person.personId, note, answerBy: answerBy || null },
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const errors = useFieldErrors(offering.error, ['note', 'answerBy']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!offering.isPending) offering.mutate();
  };
  return (
    <Dialog title={`Offer the seat to ${person.name}?`} onClose={onClose}>
      <form ref={errors.form} className={styles.inDialog} onSubmit={send} noValidate>
        <FormProblem problem={offering.error} errors={errors} />
        <p className={styles.second}>
          {opening.title}. They join the team when they take it; until then you can withdraw the offer.
        </p>
        <Textarea
          label={
            <>
              Your note <span className="muted">optional</span>
            </>
          }
          name="note"
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          value={note}
          error={errors.of('note')}
          onChange={event => setNote(event.target.value)}
        />
        <TextInput
          label={
            <>
              Answer by <span className="muted">optional</span>
            </>
          }
          type="date"
          name="answerBy"
          value={answerBy}
          error={errors.of('answerBy')}
          description="They are reminded two days before. After this day the offer can’t be taken any more."
          onChange={event => setAnswerBy(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={offering.isPending}>
            Make the offer
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
