import { useParams } from '@tanstack/react-router';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ClaimProposed } from './ClaimProposed.tsx';
import { CreditDesk } from './CreditDesk.tsx';
import { useCredit } from './useCredit.ts';

/** Who did what in a review, counted from its log, claimed by each and confirmed by the others. */
export function ReviewCreditPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useCredit(reviewId);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead
        title="Who did what"
        line="Counted from the log; what anybody chose is no part of it. Hours are a lower bound."
        actions={<ClaimProposed reviewId={reviewId} credit={data} />}
      />
      <CreditDesk reviewId={reviewId} credit={data} isOfTeam />
    </>
  );
}
