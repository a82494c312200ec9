import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { AgendaAnswer } from './AgendaAnswer.tsx';
import styles from './Mentoring.module.css';
import { PlanDialog } from './PlanDialog.tsx';
import { type CheckIn, type Mentorship, usePlan, useRemoveNote, useWriteNote } from './useMentoring.ts';

/** One check-in: when and where, the agenda, and notes for both or for oneself. */
export function CheckInDesk({ checkIn, mentorship }: { checkIn: CheckIn; mentorship: Mentorship }) {
  const [isPlanning, setPlanning] = useState(false);
  const plan = usePlan(checkIn.checkInId);
  const first = mentorship.with.name.split(' ')[0] ?? mentorship.with.name;
  const isLink = /^https?:\/\//.test(checkIn.place);
  const when = checkIn.startsAt
    ? new Date(checkIn.startsAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    : null;
  return (
    <>
      <Section
        title={`Check-in with ${first}, ${day(checkIn.onDay)}`}
        hint={
          checkIn.state === 'held' ? 'held' : checkIn.state === 'missed' ? 'did not take place' : 'agenda is shared'
        }
        aside={<LinkButton onClick={() => setPlanning(true)}>{when ? 'Move it' : 'Agree on an hour'}</LinkButton>}
      >
        {plan.error && <ErrorNote problem={plan.error} />}
        {(when || checkIn.place !== '') && (
          <p className={styles.where}>
            {when}
            {when && checkIn.place !== '' && ', '}
            {isLink ? (
              <a href={checkIn.place} target="_blank" rel="noreferrer">
                Join
              </a>
            ) : (
              checkIn.place
            )}
          </p>
        )}
        {checkIn.agenda.map(item => (
          <AgendaAnswer
            key={item.question}
            checkInId={checkIn.checkInId}
            item={item}
            isMine={!mentorship.isMentor && checkIn.state === 'planned'}
            reader={first}
          />
        ))}
        {checkIn.state === 'planned' && (
          <div className={styles.buttons}>
            <ActionButton onClick={() => plan.mutate({ state: 'missed' })}>It did not take place</ActionButton>
            <ActionButton kind="primary" isWorking={plan.isPending} onClick={() => plan.mutate({ state: 'held' })}>
              We have met
            </ActionButton>
          </div>
        )}
        {checkIn.state !== 'planned' && (
          <LinkButton onClick={() => plan.mutate({ state: 'planned' })}>That was a mistake: plan it again</LinkButton>
        )}
      </Section>
      <Notes checkIn={checkIn} />
      {isPlanning && <PlanDialog checkIn={checkIn} onClose={() => setPlanning(false)} />}
    </>
  );
}

function Notes({ checkIn }: { checkIn: CheckIn }) {
  const [audience, setAudience] = useState<'shared' | 'private'>('shared');
  const [text, setText] = useState('');
  const write = useWriteNote(checkIn.checkInId);
  const remove = useRemoveNote();
  return (
    <Section
      title="Notes"
      aside={
        <SegmentedControl
          aria-label="Who reads the note"
          size="xs"
          data={[
            { value: 'shared', label: 'Shared' },
            { value: 'private', label: 'Private to you' },
          ]}
          value={audience}
          // The control offers these two words and none else.
          onChange={next => setAudience(next as 'shared' | 'private')}
        />
      }
    >
      <ul className={styles.notes}>
        {checkIn.notes.map(note => (
          <li key={note.noteId}>
            <p>{note.text}</p>
            <p className={styles.quiet}>
              {note.isMine ? 'You' : note.name}
              {note.audience === 'private' && ', private'}{' '}
              {note.isMine && (
                <LinkButton label={`Remove the note: ${note.text}`} onClick={() => remove.mutate(note.noteId)}>
                  Remove
                </LinkButton>
              )}
            </p>
          </li>
        ))}
      </ul>
      {(write.error ?? remove.error) && <ErrorNote problem={write.error ?? remove.error} />}
      <form
        className={styles.write}
        onSubmit={event => {
          event.preventDefault();
          if (text.trim() !== '') write.mutate({ text, audience }, { onSuccess: () => setText('') });
        }}
      >
        <Textarea
          aria-label="A note"
          placeholder={audience === 'shared' ? 'Both of you read it.' : 'Nobody else reads it.'}
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <ActionButton type="submit" isWorking={write.isPending}>
          Keep the note
        </ActionButton>
      </form>
    </Section>
  );
}
