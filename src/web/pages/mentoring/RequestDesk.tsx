import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS, usualRhythm } from './mentorWords.ts';
import { type Rhythm, RhythmFields } from './RhythmFields.tsx';
import { type Mentorship, useAnswer } from './useMentoring.ts';

/** A request that waits: the mentor agrees with a rhythm or declines, the mentee may withdraw it. */
export function RequestDesk({ mentorship }: { mentorship: Mentorship }) {
  const { mentorshipId, isMentor, note, askedAt, task, may } = mentorship;
  const [meeting, setMeeting] = useState<Rhythm>({ rhythm: usualRhythm(task), everyWeeks: 2 });
  const [startsOn, setStart] = useState(new Date().toISOString().slice(0, 10));
  const answer = useAnswer(mentorshipId);
  const errors = useFieldErrors(answer.error, ['startsOn', 'everyWeeks']);
  const who = mentorship.with.name;
  return (
    <Section
      title={
        isMentor ? `${who} asks you to be their ${MENTOR_WORDS[task].name.toLowerCase()}` : `You have asked ${who}`
      }
    >
      <p className={styles.quiet}>{since(askedAt)}</p>
      {note && <blockquote className={styles.quote}>{note}</blockquote>}
      <FormProblem problem={answer.error} errors={errors} />
      {isMentor ? (
        <form
          ref={errors.form}
          className={styles.dialog}
          onSubmit={event => {
            event.preventDefault();
            answer.mutate({ state: 'active', startsOn, ...meeting });
          }}
        >
          <RhythmFields value={meeting} onChange={setMeeting} weeksError={errors.of('everyWeeks')} />
          <TextInput
            type="date"
            label={meeting.rhythm === 'months-1-3-6' ? 'Counted from' : 'First check-in'}
            name="startsOn"
            required
            withAsterisk={false}
            value={startsOn}
            error={errors.of('startsOn')}
            onChange={event => setStart(event.currentTarget.value)}
          />
          <div className={styles.buttons}>
            <ActionButton onClick={() => answer.mutate({ state: 'declined' })}>I can’t at the moment</ActionButton>
            <ActionButton type="submit" kind="primary" because={may.agree} isWorking={answer.isPending}>
              Agree
            </ActionButton>
          </div>
        </form>
      ) : (
        <ActionButton isWorking={answer.isPending} onClick={() => answer.mutate({ state: 'withdrawn' })}>
          Withdraw the request
        </ActionButton>
      )}
    </Section>
  );
}
