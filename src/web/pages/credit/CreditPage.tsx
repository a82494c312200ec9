import { useQueries } from '@tanstack/react-query';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { useReviews } from '../../queries/useReviews.ts';
import { useSession } from '../../queries/useSession.ts';
import { contributionsOf } from './contributions.ts';
import { Ledger } from './Ledger.tsx';

/** What I did, review by review, from the logs. */
export function CreditPage() {
  const personId = useSession().data?.person?.personId;
  const reviews = useReviews();
  const list = reviews.data?.reviews ?? [];
  const ledgers = useQueries({ queries: list.map(review => contributionsOf(review.reviewId)) });
  if (reviews.error && !reviews.data) {
    return <ErrorNote problem={reviews.error} onRetry={() => void reviews.refetch()} />;
  }
  if (!reviews.data || ledgers.some(ledger => ledger.isPending)) return <Loading />;
  const mine = list.flatMap((review, place) => {
    const person = ledgers[place]?.data?.people.find(one => one.personId === personId);
    return person ? [{ review, person }] : [];
  });
  return (
    <>
      <PageHead title="Credit" line="What you did, counted from the logs of your reviews." />
      {mine.length === 0 && (
        <EmptyState drawing="way" title="Nothing to your credit yet">
          Whatever you do in a review is counted here: searches, decisions, extraction, analysis.
        </EmptyState>
      )}
      {mine.map(({ review, person }) => (
        <Section
          key={review.reviewId}
          title={review.title}
          aside={
            <ActionButton size="small" to="/reviews/$reviewId/credit" params={{ reviewId: review.reviewId }}>
              See the whole team
            </ActionButton>
          }
        >
          <Ledger person={person} />
        </Section>
      ))}
    </>
  );
}
