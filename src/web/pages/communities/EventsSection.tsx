import { IconCalendarDown, IconCalendarPlus, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { getCommunityCalendar } from '#contract/communityDeeds';
import { addressOf } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './Community.module.css';
import { hourHere } from './communityWords.ts';
import { EventDialog } from './EventDialog.tsx';
import { type Community, type CommunityEvent, useAnswerEvent } from './useCommunities.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short' });

/** Events to come, hours in the reader's own time zone. */
export function EventsSection({ community }: { community: Community }) {
  const [edited, setEdited] = useState<CommunityEvent | 'new' | null>(null);
  const answer = useAnswerEvent();
  const isCore = community.may.run === null;
  return (
    <Section
      title="Events"
      aside={
        isCore && (
          <LinkButton onClick={() => setEdited('new')}>
            <IconCalendarPlus size={16} stroke={1.75} /> Plan one
          </LinkButton>
        )
      }
    >
      {answer.isError && <ErrorNote problem={answer.error} safe="Your answer is as it was." />}
      {community.events.length === 0 ? (
        <p className={styles.quiet}>{isCore ? 'None planned. Plan a first evening.' : 'None planned.'}</p>
      ) : (
        <ul className={styles.list}>
          {community.events.map(event => (
            <li key={event.eventId} data-over={event.cancelledAt !== null || undefined}>
              <span className={styles.date}>
                <strong>{DAY.format(new Date(event.startsAt))}</strong>
                {MONTH.format(new Date(event.startsAt))}
              </span>
              <div className={styles.words}>
                {isCore && event.cancelledAt === null ? (
                  <button type="button" className={styles.title} onClick={() => setEdited(event)}>
                    {event.title}
                  </button>
                ) : (
                  <span className={styles.title}>{event.title}</span>
                )}
                <p className={styles.quiet}>{lineOf(event)}</p>
                {isAddress(event.place) && event.cancelledAt === null && (
                  <a href={event.place} target="_blank" rel="noreferrer">
                    Where it is held, online
                  </a>
                )}
                {event.about && <p className={styles.quiet}>{event.about}</p>}
              </div>
              {event.may.answer === null && (
                <ActionButton
                  size="small"
                  {...(event.mine === 'coming' ? { icon: <IconCheck size={16} stroke={1.75} /> } : {})}
                  label={`${answerWord(event)}: ${event.title}`}
                  onClick={() =>
                    answer.mutate({
                      eventId: event.eventId,
                      isComing: event.mine !== 'coming' && event.mine !== 'waiting',
                    })
                  }
                >
                  {answerWord(event)}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {community.events.some(one => one.cancelledAt === null) && (
        <p className={styles.deed}>
          <ActionButton
            kind="quiet"
            icon={<IconCalendarDown size={18} stroke={1.75} />}
            href={addressOf(getCommunityCalendar, { params: { communityId: community.communityId } })}
            download
          >
            Calendar file
          </ActionButton>
        </p>
      )}
      {edited !== null && (
        <EventDialog
          communityId={community.communityId}
          event={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

function answerWord({ mine, capacity, coming }: CommunityEvent): string {
  if (mine === 'coming') return 'Coming';
  if (mine === 'waiting') return 'On the waiting list';
  return capacity !== null && coming >= capacity ? 'Wait for a place' : 'I’ll come';
}

/** An address to join at is a link of its own: written out it would break the line. */
function isAddress(place: string): boolean {
  return /^https?:\/\/\S+$/.test(place);
}

function lineOf(event: CommunityEvent): string {
  if (event.cancelledAt !== null) return 'Cancelled';
  const { capacity, coming, waiting, place, plannedBy } = event;
  const places = capacity === null ? `${coming} coming` : `${coming} of ${capacity} places`;
  return [hourHere(event.startsAt), plannedBy, !isAddress(place) && place, places, waiting > 0 && `${waiting} waiting`]
    .filter(Boolean)
    .join(' · ');
}
