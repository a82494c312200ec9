import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import type { getHomeTeams } from '#contract/homeParts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import styles from './Home.module.css';

type Post = ReplyOf<typeof getHomeTeams>['posts'][number];

/** My posts with people to answer: the five best fits of each, with why. Nothing protected counts. */
export function MyPosts({ posts }: { posts: readonly Post[] }) {
  return posts.map(post => (
    <Section
      key={post.openingId}
      title={`Applicants: ${post.title}`}
      hint={`${counted(post.toAnswer, 'application')} to answer, best fit first`}
      aside={
        <Link to="/openings/$openingId/applicants" params={{ openingId: post.openingId }}>
          All applicants
        </Link>
      }
    >
      <ul className={styles.openings}>
        {post.best.map(one => (
          <li key={one.applicationId}>
            <div className={styles.opening}>
              <Avatar name={one.person.name} size={32} />
              <div className={styles.rowWords}>
                <Link to="/people/$personId" params={{ personId: one.person.personId }} className={styles.plain}>
                  {one.person.name}
                </Link>
                <p className={styles.rowLine}>{one.headline || post.projectTitle}</p>
              </div>
              <span className={styles.view}>
                <ActionButton
                  size="small"
                  to={`/openings/${post.openingId}/applicants`}
                  label={`Answer ${one.person.name}`}
                >
                  Answer
                </ActionButton>
              </span>
            </div>
            <FitReasons fit={one.fit} />
          </li>
        ))}
      </ul>
    </Section>
  ));
}
