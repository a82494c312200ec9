import { Link } from '@tanstack/react-router';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import type { ReviewStanding } from '../../queries/useReviewOverview.ts';
import { since } from '../../words/since.ts';
import { roleNames } from './roleNames.ts';
import styles from './TeamProgress.module.css';

/** The team; for a lead with what each was given and has decided. Counts of decisions, never decisions. */
export function TeamProgress({ review }: { review: ReviewStanding }) {
  const hasPage = useHasPage();
  const { reviewId, team, progress } = review;
  const work = new Map(progress.map(person => [person.personId, person]));
  const people = work.size > 0 ? team.filter(person => work.has(person.personId)) : team;
  return (
    <Section
      title={work.size > 0 ? 'Team on screening' : 'Team'}
      aside={
        hasPage('/reviews/$reviewId/team') &&
        review.may.assign === null && (
          <Link to="/reviews/$reviewId/team" params={{ reviewId }}>
            Assignment board
          </Link>
        )
      }
    >
      <ul>
        {people.map(({ personId, name, roles }) => {
          const mine = work.get(personId);
          return (
            <li key={personId} className={styles.person}>
              <Avatar name={name} size={28} />
              <div className={styles.words}>
                <p className={styles.name}>{name}</p>
                <p className={styles.roles}>{roleNames(roles)}</p>
              </div>
              {mine && (
                <>
                  <span className={styles.bar}>
                    <ProgressBar done={mine.done} of={mine.given} label={`${name}: decided of given`} />
                  </span>
                  <span className={styles.count}>
                    <OfAll done={mine.done} of={mine.given} />
                  </span>
                  <span className={styles.last}>{mine.lastAt ? since(mine.lastAt) : 'no decision yet'}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
