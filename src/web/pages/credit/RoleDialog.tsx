import { SegmentedControl, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { CREDIT_ROLES, type CreditDegree, type CreditRole, creditRoleUri } from '#core/credit/creditRoles';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ClaimStanding } from './ClaimStanding.tsx';
import styles from './Credit.module.css';
import { type Claim, type CreditPerson, useCreditDeeds } from './useCredit.ts';

const DEGREES = [
  { value: '', label: 'None' },
  { value: 'lead', label: 'Lead' },
  { value: 'equal', label: 'Equal' },
  { value: 'supporting', label: 'Supporting' },
];

/** One role of one person: what the log shows, and the deed that is open to whoever looks. */
export function RoleDialog({
  reviewId,
  person,
  role,
  claim,
  onClose,
}: {
  reviewId: string;
  person: CreditPerson;
  role: CreditRole;
  claim: Claim | null;
  onClose: () => void;
}) {
  const evidence = person.proposals.find(one => one.role === role)?.evidence ?? [];
  return (
    <Dialog title={CREDIT_ROLES[role].label} onClose={onClose}>
      <div className={styles.dialog}>
        <p className={styles.meaning}>
          {person.name}. {sentence(CREDIT_ROLES[role].meaning)}{' '}
          <a href={creditRoleUri(role)} target="_blank" rel="noreferrer">
            What the standard says
          </a>
        </p>
        <div>
          <h3 className={styles.small}>By the log</h3>
          {evidence.length === 0 ? (
            <p className={styles.quiet}>
              Nothing.{' '}
              {CREDIT_ROLES[role].isDeclaredOnly
                ? 'This role can’t be seen in a log: a person declares it.'
                : 'Work outside of Pooled leaves no trace here; say in the note what it was.'}
            </p>
          ) : (
            <ul className={styles.evidence}>
              {evidence.map(line => (
                <li key={line}>{sentence(line)}</li>
              ))}
            </ul>
          )}
        </div>
        {claim && (
          <div>
            <h3 className={styles.small}>The claim</h3>
            <p className={styles.claim}>
              {claim.degree ? `${sentence(claim.degree)} ` : ''}
              {claim.note && `“${claim.note}”`} <ClaimStanding claim={claim} />
            </p>
            {claim.answers
              .filter(({ reason }) => reason !== '')
              .map(answer => (
                <p key={answer.name} className={styles.quiet}>
                  {answer.name}: “{answer.reason}”
                </p>
              ))}
          </div>
        )}
        {person.isMe ? (
          <OwnClaim reviewId={reviewId} role={role} claim={claim} onClose={onClose} />
        ) : claim ? (
          <Answer reviewId={reviewId} person={person} claim={claim} onClose={onClose} />
        ) : (
          <p className={styles.quiet}>{person.name} has not claimed it. Only they can.</p>
        )}
      </div>
    </Dialog>
  );
}

function OwnClaim({
  reviewId,
  role,
  claim,
  onClose,
}: {
  reviewId: string;
  role: CreditRole;
  claim: Claim | null;
  onClose: () => void;
}) {
  const [degree, setDegree] = useState<string>(claim?.degree ?? '');
  const [note, setNote] = useState(claim?.note ?? '');
  const degreeId = useId();
  const deeds = useCreditDeeds(reviewId);
  const errors = useFieldErrors(deeds.claim.error, ['note']);
  const send = () =>
    // The control offers these words and none else.
    deeds.claim.mutate([{ role, degree: degree === '' ? null : (degree as CreditDegree), note }], {
      onSuccess: () => {
        toast({ text: 'Claimed. The others can confirm it now.' });
        onClose();
      },
    });
  return (
    <form
      ref={errors.form}
      className={styles.dialog}
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <FormProblem problem={deeds.claim.error ?? deeds.withdraw.error} errors={errors} />
      <div>
        <p id={degreeId} className={styles.small}>
          Where several share the role, your part was
        </p>
        <SegmentedControl aria-labelledby={degreeId} data={DEGREES} value={degree} onChange={setDegree} />
      </div>
      <Textarea
        label="Note"
        description="Optional; the team reads it."
        name="note"
        error={errors.of('note')}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        {claim && (
          <ActionButton
            isWorking={deeds.withdraw.isPending}
            onClick={() => deeds.withdraw.mutate(claim.claimId, { onSuccess: onClose })}
          >
            Withdraw the claim
          </ActionButton>
        )}
        <ActionButton type="submit" kind="primary" isWorking={deeds.claim.isPending}>
          {claim ? 'Change the claim' : 'Claim the role'}
        </ActionButton>
      </div>
      {claim && claim.answers.length > 0 && (
        <p className={styles.quiet}>A changed claim is answered anew; what was said before stays in the history.</p>
      )}
    </form>
  );
}

function Answer({
  reviewId,
  person,
  claim,
  onClose,
}: {
  reviewId: string;
  person: CreditPerson;
  claim: Claim;
  onClose: () => void;
}) {
  const mine = claim.answers.find(({ isMine }) => isMine);
  const [reason, setReason] = useState(mine?.reason ?? '');
  const { answer } = useCreditDeeds(reviewId);
  const errors = useFieldErrors(answer.error, ['reason']);
  const send = (verdict: 'confirmed' | 'disputed') =>
    answer.mutate(
      { claimId: claim.claimId, body: { verdict, reason: verdict === 'confirmed' ? '' : reason } },
      {
        onSuccess: () => {
          toast({ text: verdict === 'confirmed' ? 'Confirmed' : 'Disputed; the reason is with the claim' });
          onClose();
        },
      },
    );
  return (
    <form ref={errors.form} className={styles.dialog} onSubmit={event => event.preventDefault()}>
      <FormProblem problem={answer.error} errors={errors} />
      <Textarea
        label="Why you see it differently"
        description={`Only to dispute it. ${person.name} and the team read it.`}
        name="reason"
        error={errors.of('reason')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <ActionButton isWorking={answer.isPending} onClick={() => send('disputed')}>
          Dispute
        </ActionButton>
        <ActionButton
          kind="primary"
          isWorking={answer.isPending}
          because={mine?.verdict === 'confirmed' ? 'You have confirmed it.' : null}
          onClick={() => send('confirmed')}
        >
          Confirm
        </ActionButton>
      </div>
    </form>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
