import { IconCalendarDown, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { CommunityCard } from '../communities/CommunityCard.tsx';
import { FindMentor } from './FindMentor.tsx';
import { Goals } from './Goals.tsx';
import { InviteMentee } from './InviteMentee.tsx';
import styles from './Mentoring.module.css';
import { MentorshipDesk } from './MentorshipDesk.tsx';
import { MentorshipList } from './MentorshipList.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { type Mentoring, useMentoring } from './useMentoring.ts';

/** Mentors and mentees at the left, what happens at the check-ins in the middle, goals at the right. */
export function MentoringPage() {
  const { data, error, refetch } = useMentoring();
  const [chosen, choose] = useAddress('with');
  const [opened, setOpened] = useState<'find' | 'seat' | 'invite' | null>(null);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="table" />;
  const live = inOrder(data.mentorships.filter(({ state }) => state !== 'declined'));
  const shown = live.find(({ mentorshipId }) => mentorshipId === chosen) ?? live[0] ?? null;
  const meeting = meetingToday(live, new Date());
  const close = () => setOpened(null);
  return (
    <>
      <PageHead
        title="Mentoring"
        line={summary(data)}
        actions={
          <>
            {live.some(({ state }) => state === 'active') && (
              <ActionButton
                icon={<IconCalendarDown size={18} stroke={1.75} />}
                href="/api/mentoring/calendar.ics"
                download
              >
                Calendar file
              </ActionButton>
            )}
            <ActionButton onClick={() => setOpened('seat')}>{data.seat ? 'What I offer' : 'Be a mentor'}</ActionButton>
            {data.seat && data.seat.tasks.length > 0 && (
              <ActionButton onClick={() => setOpened('invite')}>Invite a mentee</ActionButton>
            )}
            {meeting && (
              <ActionButton kind="primary" icon={<IconVideo size={18} stroke={1.75} />} href={meeting.place}>
                Join at {clock.format(new Date(meeting.startsAt))}
              </ActionButton>
            )}
            <ActionButton kind={live.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpened('find')}>
              Ask for a mentor
            </ActionButton>
          </>
        }
      />
      <div className={styles.desk}>
        <div>
          <MentorshipList rows={inOrder(data.mentorships)} shownId={shown?.mentorshipId ?? null} onChoose={choose} />
          <CommunityCard />
        </div>
        <div>
          {shown ? (
            <MentorshipDesk key={shown.mentorshipId} mentorshipId={shown.mentorshipId} />
          ) : (
            <EmptyState drawing="way" title="No mentor yet">
              Three mentors with three tasks: a faculty member for career and advocacy, a senior for methods, a peer on
              the same path. Each agrees to a rhythm of check-ins.
            </EmptyState>
          )}
        </div>
        <Goals goals={data.goals} />
      </div>
      {opened === 'find' && <FindMentor onClose={close} />}
      {opened === 'invite' && data.seat && <InviteMentee tasks={data.seat.tasks} onClose={close} />}
      {opened === 'seat' && <SeatDialog seat={data.seat} onClose={close} />}
    </>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The next meeting of this day that has an hour and an address to join at. */
function meetingToday(rows: Mentoring['mentorships'], now: Date): { startsAt: string; place: string } | null {
  const met = rows
    .flatMap(({ next }) =>
      next?.startsAt && /^https?:\/\//.test(next.place) ? [{ ...next, startsAt: next.startsAt }] : [],
    )
    .filter(({ startsAt }) => new Date(startsAt).toDateString() === now.toDateString())
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return met[0] ?? null;
}

/** Who meets next stands first; requests after them. */
function inOrder(rows: Mentoring['mentorships']): Mentoring['mentorships'] {
  return rows.toSorted((a, b) => ((a.next?.onDay ?? '9') < (b.next?.onDay ?? '9') ? -1 : 1));
}

function summary({ mentorships }: Mentoring): string {
  const active = mentorships.filter(({ state }) => state === 'active');
  const mentors = active.filter(({ isMentor }) => !isMentor).length;
  const next = inOrder(active).find(row => row.next !== null);
  const mentees = active.length - mentors;
  if (active.length === 0) return 'Three mentors, three tasks: career, methods, the same path.';
  const who = [
    ...(mentors > 0 ? [counted(mentors, 'mentor')] : []),
    ...(mentees > 0 ? [counted(mentees, 'mentee')] : []),
  ].join(', ');
  return next?.next ? `${who}. Next: ${next.with.name}, ${day(next.next.onDay)}.` : `${who}.`;
}
