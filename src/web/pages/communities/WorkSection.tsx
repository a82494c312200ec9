import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import styles from './Community.module.css';
import type { Community } from './useCommunities.ts';

/** Projects that members work in together: the reader's own, and those that look for people. */
export function WorkSection({ community }: { community: Community }) {
  const { projects } = community;
  if (projects.length === 0) return null;
  return (
    <Section title="Work of members" hint="yours, and what looks for people">
      <ul className={styles.list}>
        {projects.map(one => (
          <li key={one.projectId}>
            <div className={styles.words}>
              {one.reviewId === null ? (
                <span className={styles.work}>{one.title}</span>
              ) : (
                <Link to="/reviews/$reviewId" params={{ reviewId: one.reviewId }} className={styles.work}>
                  {one.title}
                </Link>
              )}
            </div>
            <span className={styles.quiet}>{counted(one.members, 'member')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
