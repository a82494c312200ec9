import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { withdrawOffer } from '#contract/offers';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import styles from './Applicants.module.css';
import type { Applicant } from './Applicants.tsx';
import { ApplicationBadge } from './ApplicationBadge.tsx';
import { useRefreshOpenings } from './useRefreshOpenings.ts';

const DeclineDialog = lazy(() => import('./DeclineDialog.tsx').then(module => ({ default: module.DeclineDialog })));

/** One applicant: why they fit, their note (open for the first), and the answer. */
export function ApplicantRow({
  applicant,
  place,
  isFirst,
  onOffer,
}: {
  applicant: Applicant;
  place: number;
  isFirst: boolean;
  onOffer: () => void;
}) {
  const [isNoteOpen, setIsNoteOpen] = useState(isFirst);
  const [isDeclining, setIsDeclining] = useState(false);
  const refresh = useRefreshOpenings();
  const { person, offerId } = applicant;
  const withdrawing = useMutation({
    mutationFn: (id: string) => call(withdrawOffer, { params: { offerId: id } }),
    onSuccess: async () => {
      await refresh();
      toast({ text: `The offer to ${person.name} was withdrawn` });
    },
  });
  const problem = withdrawing.error;
  const errors = useFieldErrors(problem, []);
  const facts = [
    applicant.timeZone?.replaceAll('_', ' '),
    applicant.hoursPerWeek === null ? null : `${applicant.hoursPerWeek} h a week`,
    applicant.skills.join(', '),
    `applied ${since(applicant.sentAt)}`,
  ].filter(Boolean);
  return (
    <li className={styles.person}>
      <span className={styles.place}>{place}</span>
      <Avatar name={person.name} size={36} />
      <div className={styles.words}>
        <p className={styles.nameLine}>
          <Link to="/people/$personId" params={{ personId: person.personId }} className={styles.name}>
            {person.name}
          </Link>
          <Fit level={fitLevel(applicant.fit)} />
        </p>
        {applicant.headline && <p className={styles.second}>{applicant.headline}</p>}
        <p className={styles.second}>{facts.join(' · ')}</p>
        <FitReasons fit={applicant.fit} isWithWord={false} />
        {applicant.note !== '' &&
          (isNoteOpen ? (
            <blockquote className={styles.note}>{applicant.note}</blockquote>
          ) : (
            <LinkButton onClick={() => setIsNoteOpen(true)}>Read the note</LinkButton>
          ))}
        <FormProblem problem={problem} errors={errors} />
      </div>
      <div className={styles.deeds}>
        {(applicant.state === 'sent' || applicant.state === 'waiting') && (
          <>
            <ActionButton kind="quiet" size="small" onClick={() => setIsDeclining(true)}>
              Decline
            </ActionButton>
            <ActionButton kind={isFirst ? 'primary' : 'secondary'} size="small" onClick={onOffer}>
              Make an offer
            </ActionButton>
          </>
        )}
        {applicant.state === 'offered' && offerId !== null && (
          <ActionButton
            size="small"
            kind="danger"
            isWorking={withdrawing.isPending}
            onClick={() => withdrawing.mutate(offerId)}
          >
            Withdraw the offer
          </ActionButton>
        )}
        {(applicant.state === 'declined' || applicant.state === 'withdrawn' || applicant.state === 'accepted') && (
          <ApplicationBadge application={{ state: applicant.state, seenAt: null }} />
        )}
      </div>
      {isDeclining && (
        <Suspense>
          <DeclineDialog applicant={applicant} onClose={() => setIsDeclining(false)} />
        </Suspense>
      )}
    </li>
  );
}
