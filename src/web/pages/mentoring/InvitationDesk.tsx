import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS, RHYTHM_WORDS } from './mentorWords.ts';
import { type Mentorship, useAccept, useAnswer } from './useMentoring.ts';

/** An invitation that waits: the mentee accepts with a first day or declines, the mentor may take it back. */
export function InvitationDesk({ mentorship }: { mentorship: Mentorship }) {
  const { mentorshipId, isMentor, note, askedAt, task } = mentorship;
  const answer = useAnswer(mentorshipId);
  const who = mentorship.with.name;
  const { name, isFor } = MENTOR_WORDS[task];
  return (
    <Section title={isMentor ? `You have invited ${who}` : `${who} would like to be your ${name.toLowerCase()}`}>
      <p className={styles.quiet}>
        {since(askedAt)}. {isMentor ? `As ${name.toLowerCase()}` : `For ${isFor}`}. Check-ins: {rhythmOf(mentorship)}.
      </p>
      {note && <blockquote className={styles.quote}>{note}</blockquote>}
      {isMentor ? (
        <>
          {answer.error && <ErrorNote problem={answer.error} />}
          <ActionButton isWorking={answer.isPending} onClick={() => answer.mutate({ state: 'withdrawn' })}>
            Take the invitation back
          </ActionButton>
        </>
      ) : (
        <Accept mentorship={mentorship} answer={answer} />
      )}
    </Section>
  );
}

function Accept({ mentorship, answer }: { mentorship: Mentorship; answer: ReturnType<typeof useAnswer> }) {
  const [startsOn, setStart] = useState(new Date().toISOString().slice(0, 10));
  const accept = useAccept(mentorship.mentorshipId);
  const errors = useFieldErrors(accept.error, ['startsOn']);
  return (
    <form
      ref={errors.form}
      className={styles.dialog}
      onSubmit={event => {
        event.preventDefault();
        accept.mutate(startsOn);
      }}
    >
      <FormProblem problem={accept.error ?? answer.error} errors={errors} />
      <TextInput
        type="date"
        label={mentorship.rhythm === 'months-1-3-6' ? 'Counted from' : 'First check-in'}
        description="Each day can be moved afterwards."
        name="startsOn"
        required
        withAsterisk={false}
        value={startsOn}
        error={errors.of('startsOn')}
        onChange={event => setStart(event.currentTarget.value)}
      />
      <p className={styles.quiet}>You may decline without a reason; they are told kindly.</p>
      <div className={styles.buttons}>
        <ActionButton isWorking={answer.isPending} onClick={() => answer.mutate({ state: 'declined' })}>
          Not at the moment
        </ActionButton>
        <ActionButton type="submit" kind="primary" because={mentorship.may.accept} isWorking={accept.isPending}>
          Accept
        </ActionButton>
      </div>
    </form>
  );
}

function rhythmOf({ rhythm, everyWeeks }: Mentorship): string {
  if (rhythm === 'own' && everyWeeks !== null) return everyWeeks === 1 ? 'every week' : `every ${everyWeeks} weeks`;
  return rhythm === null ? 'as the two of you agree' : RHYTHM_WORDS[rhythm].toLowerCase();
}
