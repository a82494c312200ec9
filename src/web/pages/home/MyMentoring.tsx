import { Link } from '@tanstack/react-router';
import { Avatar } from '../../parts/Avatar.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';
import { useMentoring } from './useHomeParts.ts';

const TASK_NAMES = { faculty: 'Faculty mentor', senior: 'Senior mentor', peer: 'Peer' } as const;

/** My mentors, and my mentees, each with the next check-in. Who has no mentor is led to where mentors are. */
export function MyMentoring({ isGraduate }: { isGraduate: boolean }) {
  const mentorships = useMentoring().data?.mentorships;
  if (!mentorships) return null;
  const active = mentorships.filter(one => one.state === 'active');
  const mentors = active.filter(one => !one.isMentor);
  const mentees = active.filter(one => one.isMentor);
  const isInvited = mentorships.some(one => !one.isMentor && one.state === 'invited');
  const hasAsked = mentorships.some(one => !one.isMentor && one.state === 'asked');
  return (
    <>
      {mentors.length > 0 && <People title="My mentors" people={mentors} />}
      {mentors.length === 0 && isGraduate && (
        <Section title="My mentors" aside={<Link to="/mentoring">Mentoring</Link>}>
          <p className={styles.rowLine}>
            {isInvited
              ? 'A mentor invites you. As soon as you accept, your check-ins stand here.'
              : hasAsked
                ? 'You have asked. As soon as they agree, your check-ins stand here.'
                : 'Nobody yet. One for your career, one for methods, one on the same path: ask on the page of mentoring.'}
          </p>
        </Section>
      )}
      {mentees.length > 0 && <People title="My mentees" people={mentees} />}
    </>
  );
}

type Row = NonNullable<ReturnType<typeof useMentoring>['data']>['mentorships'][number];

function People({ title, people }: { title: string; people: readonly Row[] }) {
  return (
    <Section title={title} aside={<Link to="/mentoring">Check-ins</Link>}>
      <ul className={styles.seats}>
        {people.map(one => (
          <li key={one.mentorshipId}>
            <Avatar name={one.with.name} size={32} />
            <div className={styles.rowWords}>
              <Link to="/mentoring" search={{ with: one.mentorshipId }} className={styles.seatTitle}>
                {one.with.name}
              </Link>
              <p className={styles.rowLine}>{TASK_NAMES[one.task]}</p>
            </div>
            <span className={styles.next}>{one.next ? nextWords(one.next) : 'no check-in planned'}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function nextWords({ onDay, startsAt }: { readonly onDay: string; readonly startsAt: string | null }): string {
  const isToday = day(onDay) === day(new Date());
  const when = isToday ? 'today' : day(onDay, 'short');
  return startsAt === null ? when : `${when}, ${clock.format(new Date(startsAt))}`;
}
