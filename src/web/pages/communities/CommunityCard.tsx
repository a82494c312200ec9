import { IconCalendarDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { getCommunityCalendar } from '#contract/communityDeeds';
import { addressOf } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Community.module.css';
import { useAnswerEvent, useCommunities } from './useCommunities.ts';

/** On the page of mentoring: one's communities with their next event, and the way to all. */
export function CommunityCard() {
  const { data } = useCommunities();
  const answer = useAnswerEvent();
  const mine = (data?.communities ?? []).filter(one => one.mine?.state === 'member');
  return (
    <Section title="Community" aside={<Link to="/mentoring/communities">All communities</Link>}>
      {data && mine.length === 0 && <p className={styles.quiet}>You are in none yet.</p>}
      {mine.map(({ communityId, name, members, next }) => (
        <div key={communityId} className={styles.card}>
          <Link to="/mentoring/communities/$communityId" params={{ communityId }} className={styles.strong}>
            {name}
          </Link>
          <p className={styles.quiet}>
            {counted(members, 'member')}
            {next && ` · ${next.title}, ${day(next.startsAt)}`}
          </p>
          {next && (
            <div className={styles.deeds}>
              <ActionButton
                size="small"
                onClick={() => answer.mutate({ eventId: next.eventId, isComing: !next.isComing })}
              >
                {next.isComing ? 'Coming' : 'I’ll come'}
              </ActionButton>
              <ActionButton
                size="small"
                icon={<IconCalendarDown size={16} stroke={1.75} />}
                href={addressOf(getCommunityCalendar, { params: { communityId } })}
                download
              >
                .ics
              </ActionButton>
            </div>
          )}
        </div>
      ))}
    </Section>
  );
}
