import { Link } from '@tanstack/react-router';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { Section } from '../../parts/Section.tsx';
import type { ReviewStanding } from '../../queries/useReviewOverview.ts';
import { since } from '../../words/since.ts';
import styles from './ActivityList.module.css';

/** What happened last, for who may see it. */
export function ActivityList({ review }: { review: ReviewStanding }) {
  const hasPage = useHasPage();
  if (review.activity.length === 0) return null;
  return (
    <Section
      title="Activity"
      aside={
        hasPage('/reviews/$reviewId/audit') &&
        review.may.seeAudit === null && (
          <Link to="/reviews/$reviewId/audit" params={{ reviewId: review.reviewId }}>
            Audit trail
          </Link>
        )
      }
    >
      <ul>
        {review.activity.map(({ at, actor, sentence }, place) => (
          // Two events may share instant, person and words: the place in this short list tells them apart.
          <li key={`${at} ${String(place)}`} className={styles.event}>
            <p>
              <strong>{actor}</strong> {sentence}
            </p>
            <p className={styles.at}>{since(at)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
