import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { NextCard } from '../../parts/NextCard.tsx';
import type { ReviewStanding } from '../../queries/useReviewOverview.ts';
import { listed } from './listed.ts';
import styles from './NextDeeds.module.css';

/** The next deed as the page's one tinted card, and what else could be done now. */
export function NextDeeds({ review }: { review: ReviewStanding }) {
  const { reviewId, next, alsoPossible } = review;
  if (!next) return <p className={styles.nothing}>Nothing waits for you here. {whoIsAtWork(review)}</p>;
  return (
    <div>
      <NextCard
        title={next.title}
        line={next.detail}
        action={
          <ActionButton
            kind="primary"
            size="large"
            after={<IconArrowRight stroke={1.75} />}
            to={`/reviews/${reviewId}/${next.path}`}
          >
            {next.button}
          </ActionButton>
        }
      />
      {alsoPossible.length > 0 && (
        <p className={styles.also}>
          <span className="muted">Also possible now:</span>
          {alsoPossible.map(deed => (
            <Link key={`${deed.deed} ${deed.path}`} to={`/reviews/${reviewId}/${deed.path}`}>
              {deed.title}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

/** Whoever has work left, where one may know it; else who the screeners are, which is no secret. */
function whoIsAtWork({ progress, team }: ReviewStanding): string {
  const busy = progress.filter(person => person.done < person.given).map(person => person.name);
  if (busy.length > 0) return `${listed(busy)} ${busy.length === 1 ? 'is' : 'are'} screening.`;
  if (progress.length > 0) return 'Everybody has finished what they were given.';
  const screeners = team.filter(person => person.roles.includes('screener')).map(person => person.name);
  if (screeners.length === 0) return 'The lead sees what comes next.';
  return `${listed(screeners)} ${screeners.length === 1 ? 'screens' : 'screen'} for this review.`;
}
