import { Select } from '@mantine/core';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useReviews } from '../../queries/useReviews.ts';
import { ClaimProposed } from './ClaimProposed.tsx';
import styles from './Credit.module.css';
import { CreditDesk } from './CreditDesk.tsx';
import { MentoredCard } from './MentoredCard.tsx';
import { useCredit } from './useCredit.ts';

/** What I did, review by review, and what it earns. */
export function CreditPage() {
  const reviews = useReviews();
  const list = reviews.data?.reviews ?? [];
  const [chosen, choose] = useAddress('review');
  const reviewId = list.find(one => one.reviewId === chosen)?.reviewId ?? list[0]?.reviewId ?? null;
  const credit = useCredit(reviewId);
  const problem = reviews.error ?? credit.error;
  const again = () => Promise.all([reviews.refetch(), credit.refetch()]);
  if (problem) return <ErrorNote problem={problem} onRetry={() => void again()} />;
  if (!reviews.data) return <Loading />;
  if (reviewId === null) {
    return (
      <>
        <PageHead title="Credit" line="What you did, counted from the log, and what it supports." />
        <EmptyState drawing="way" title="Nothing to your credit yet">
          Whatever you do in a review is counted here: searches, decisions, extraction, analysis.
        </EmptyState>
        <MentoredCard />
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Credit"
        line="What you did, counted from the log, and what it supports. Hours are a lower bound."
        actions={
          <>
            <Select
              aria-label="Review"
              className={styles.choice}
              data={list.map(review => ({ value: review.reviewId, label: review.title }))}
              value={reviewId}
              allowDeselect={false}
              onChange={next => choose(next ?? '')}
            />
            {credit.data && <ClaimProposed reviewId={reviewId} credit={credit.data} />}
          </>
        }
      />
      {credit.data ? (
        <CreditDesk key={reviewId} reviewId={reviewId} credit={credit.data} isOfTeam={false} foot={<MentoredCard />} />
      ) : (
        <Loading shape="table" />
      )}
    </>
  );
}
