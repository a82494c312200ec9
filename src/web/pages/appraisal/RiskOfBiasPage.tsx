import { useParams } from '@tanstack/react-router';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { AppraisalOverview } from './AppraisalOverview.tsx';
import { AppraisalPage } from './AppraisalPage.tsx';
import { useAppraisals } from './useAppraisal.ts';

/** How far results can be trusted: all appraisals of the review, or the one that the address names. */
export function RiskOfBiasPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [appraisalId] = useAddress('appraisal');
  const list = useAppraisals(reviewId);
  if (list.isPending) return <Loading shape="table" />;
  if (list.isError) {
    return (
      <ErrorNote
        problem={list.error}
        safe="What was answered is stored; nothing was changed."
        onRetry={() => void list.refetch()}
      />
    );
  }
  return appraisalId ? (
    <AppraisalPage key={appraisalId} reviewId={reviewId} appraisalId={appraisalId} list={list.data} />
  ) : (
    <AppraisalOverview reviewId={reviewId} list={list.data} />
  );
}
