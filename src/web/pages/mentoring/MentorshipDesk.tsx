import { useState } from 'react';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { CheckInDesk } from './CheckInDesk.tsx';
import { InvitationDesk } from './InvitationDesk.tsx';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS, RHYTHM_WORDS } from './mentorWords.ts';
import { Promises } from './Promises.tsx';
import { RequestDesk } from './RequestDesk.tsx';
import { TimeLine } from './TimeLine.tsx';
import { type Mentorship, useAnswer, useMentorship } from './useMentoring.ts';

/** One mentorship: its check-ins on a line, the one that is next open below, earlier ones after it. */
export function MentorshipDesk({ mentorshipId }: { mentorshipId: string }) {
  const { data, error, refetch } = useMentorship(mentorshipId);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="lines" />;
  if (data.state === 'active') return <Active mentorship={data} />;
  return data.state === 'invited' ? <InvitationDesk mentorship={data} /> : <RequestDesk mentorship={data} />;
}

function Active({ mentorship }: { mentorship: Mentorship }) {
  const { checkIns, next, mentorshipId } = mentorship;
  const [chosenId, choose] = useState<string | null>(null);
  const [isEnding, setEnding] = useState(false);
  const end = useAnswer(mentorshipId);
  const shown = checkIns.find(one => one.checkInId === (chosenId ?? next?.checkInId)) ?? checkIns.at(-1);
  const earlier = checkIns.filter(one => one.state === 'held' && one.checkInId !== shown?.checkInId).toReversed();
  const missed = checkIns.filter(({ state }) => state === 'missed').map(({ onDay }) => day(onDay));
  return (
    <>
      <Section
        title={`${mentorship.with.name}${mentorship.isMentor ? '' : `, ${MENTOR_WORDS[mentorship.task].name.toLowerCase()}`}`}
        aside={<LinkButton onClick={() => setEnding(true)}>End the mentorship</LinkButton>}
      >
        <TimeLine checkIns={checkIns} shownId={shown?.checkInId ?? null} onChoose={choose} />
        <p className={styles.quiet}>
          {mentorship.rhythm && `${RHYTHM_WORDS[mentorship.rhythm]}.`}
          {missed.length > 0 && ` ${missed.join(', ')} did not take place.`}
        </p>
      </Section>
      {shown && <CheckInDesk key={shown.checkInId} checkIn={shown} mentorship={mentorship} />}
      <Promises mentorship={mentorship} />
      {mentorship.isMentor && mentorship.goals.length > 0 && (
        <Section title={`Goals of ${mentorship.mentee.name}`}>
          <ul className={styles.plain}>
            {mentorship.goals.map(goal => (
              <li key={goal.goalId} data-done={goal.reachedAt !== null || undefined}>
                <span>{goal.text}</span>
                <span className={styles.quiet}>{goal.dueOn ? day(goal.dueOn, 'short') : ''}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title="Earlier check-ins">
          <ul className={styles.plain}>
            {earlier.map(one => (
              <li key={one.checkInId}>
                <LinkButton onClick={() => choose(one.checkInId)}>{day(one.onDay, 'short')}</LinkButton>
                <span className={styles.first}>{one.notes[0]?.text ?? 'No note'}</span>
                <span className={styles.quiet}>{one.notes.length > 1 && `${one.notes.length} notes`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isEnding && (
        <ConfirmDialog
          title={`End the mentorship with ${mentorship.with.name}?`}
          verb="End it"
          isWorking={end.isPending}
          onConfirm={() => end.mutate({ state: 'ended' }, { onSuccess: () => setEnding(false) })}
          onClose={() => setEnding(false)}
        >
          What was held stays with its notes; what is planned goes.
        </ConfirmDialog>
      )}
      {end.error && <ErrorNote problem={end.error} />}
    </>
  );
}
