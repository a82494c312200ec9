import { Avatar } from '../../parts/Avatar.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS } from './mentorWords.ts';
import type { MentorshipRow } from './useMentoring.ts';

interface Choice {
  readonly shownId: string | null;
  readonly onChoose: (mentorshipId: string) => void;
}

/** One's mentors, and one's mentees where there are some. */
export function MentorshipList({ rows, ...choice }: { rows: readonly MentorshipRow[] } & Choice) {
  const mentors = rows.filter(({ isMentor }) => !isMentor);
  const mentees = rows.filter(({ isMentor }) => isMentor);
  return (
    <>
      <Section title="My mentors">
        {mentors.length === 0 ? <p className={styles.quiet}>Nobody yet.</p> : <People rows={mentors} {...choice} />}
      </Section>
      {mentees.length > 0 && (
        <Section title="My mentees">
          <People rows={mentees} {...choice} />
        </Section>
      )}
    </>
  );
}

function People({ rows, shownId, onChoose }: { rows: readonly MentorshipRow[] } & Choice) {
  return (
    <ul className={styles.people}>
      {rows.map(row => (
        <li key={row.mentorshipId}>
          <button
            type="button"
            className={styles.person}
            data-here={row.mentorshipId === shownId || undefined}
            aria-pressed={row.mentorshipId === shownId}
            disabled={row.state === 'declined'}
            onClick={() => onChoose(row.mentorshipId)}
          >
            <Avatar name={row.with.name} size={36} />
            <span className={styles.who}>
              <span>{row.with.name}</span>
              <span className={styles.quiet}>
                {row.isMentor
                  ? `${row.state === 'active' ? 'You are the' : 'As'} ${MENTOR_WORDS[row.task].name.toLowerCase()}`
                  : `${MENTOR_WORDS[row.task].name} · ${MENTOR_WORDS[row.task].isFor}`}
              </span>
            </span>
            <span className={styles.next}>
              {row.next ? day(row.next.onDay, 'short') : stateWords(row)}
              {row.held > 0 && <span className={styles.quiet}>{row.held} held</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateWords({ state, isMentor }: MentorshipRow): string {
  if (state === 'asked') return isMentor ? 'asks you' : 'asked';
  if (state === 'invited') return isMentor ? 'invited' : 'invites you';
  return state === 'declined' ? 'can’t at the moment' : '';
}
