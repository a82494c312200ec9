import { Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answerApplication, applyForOpening } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ApplicationBadge } from './ApplicationBadge.tsx';
import { EligibilityList } from './EligibilityList.tsx';
import styles from './Opening.module.css';
import type { OpeningDetails } from './openingBody.ts';

const MOST = 2000;
/** As the server has it; it refuses the seventh with the reason. */
const MOST_OPEN = 6;

const SENTENCES = {
  sent: 'The lead sees your note and your profile.',
  waiting: 'All seats are taken for now. If one comes free, the lead sees your application again.',
  offered: 'You have an offer. Answer it at home.',
  accepted: 'You are in the team.',
  declined: 'The lead has given the seat to somebody else, or decided against it.',
  withdrawn: 'You took your application back. You can apply again.',
} as const;

/** The note and its sending; after that how the application stands, and the way to take it back. */
export function ApplyCard({ opening }: { opening: OpeningDetails }) {
  const [note, setNote] = useState('');
  const [shares, setShares] = useState(true);
  const queries = useQueryClient();
  const { openingId } = opening;
  const refresh = () =>
    Promise.all(['openings', 'applications', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
  const applying = useMutation({
    mutationFn: () => call(applyForOpening, { params: { openingId }, body: { note, shares } }),
    onSuccess: refresh,
  });
  const withdrawing = useMutation({
    mutationFn: (applicationId: string) =>
      call(answerApplication, { params: { applicationId }, body: { state: 'withdrawn' } }),
    onSuccess: async () => {
      await refresh();
      toast({ text: 'Application withdrawn' });
    },
  });
  const problem = applying.error ?? withdrawing.error;
  const errors = useFieldErrors(problem, ['note']);
  const mine = opening.myApplication;
  const isOut = mine !== null && mine.state !== 'withdrawn';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!applying.isPending) applying.mutate();
  };
  return (
    <section className={styles.card} aria-label="Your application">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{isOut ? 'Your application' : 'Can you take this seat?'}</h2>
        {mine && <ApplicationBadge application={{ ...mine, seenAt: null }} />}
      </div>
      {mine && <p className={styles.second}>{SENTENCES[mine.state]}</p>}
      {!isOut && <EligibilityList opening={opening} />}
      {isOut ? (
        <div className={styles.cardForm}>
          <FormProblem problem={problem} errors={errors} />
          {mine.state === 'offered' && (
            <ActionButton kind="primary" to="/home">
              Answer the offer
            </ActionButton>
          )}
          {(mine.state === 'sent' || mine.state === 'waiting' || mine.state === 'offered') && (
            <ActionButton
              kind="danger"
              isWorking={withdrawing.isPending}
              onClick={() => withdrawing.mutate(mine.applicationId)}
            >
              Withdraw the application
            </ActionButton>
          )}
        </div>
      ) : (
        <form ref={errors.form} className={styles.cardForm} onSubmit={send} noValidate>
          <FormProblem problem={problem} errors={errors} />
          {opening.may.apply === null && (
            <Textarea
              label={
                <>
                  Your note{opening.leadName && ` to ${opening.leadName}`} <span className="muted">optional</span>
                </>
              }
              name="note"
              description="What you have done that helps here, and when you have time."
              autosize
              minRows={5}
              maxRows={12}
              maxLength={MOST}
              value={note}
              error={errors.of('note')}
              onChange={event => setNote(event.target.value)}
            />
          )}
          {opening.may.apply === null ? (
            <>
              <Checkbox
                checked={shares}
                onChange={event => setShares(event.target.checked)}
                label="Share topics, publications, skills and hours with leads I apply to"
              />
              <ActionButton type="submit" kind="primary" size="large" isWorking={applying.isPending} isWide>
                {opening.seatsLeft > 0 ? 'Send application' : 'Join the waiting list'}
              </ActionButton>
              <p className={styles.under}>
                Your path (school, visa, exams) stays as your profile says. You can withdraw at any time.{' '}
                {opening.myOpenApplications} of {MOST_OPEN} open applications used.
              </p>
            </>
          ) : (
            <p className={styles.second}>{opening.may.apply}</p>
          )}
        </form>
      )}
    </section>
  );
}
