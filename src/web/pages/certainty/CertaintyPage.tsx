import { useParams } from '@tanstack/react-router';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { GradingDesk } from './GradingDesk.tsx';
import { GradingList } from './GradingList.tsx';
import { useGrading, useGradings } from './useCertainty.ts';

/** How sure people are: every analysis, or the one that the address names. */
export function CertaintyPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [analysisId] = useAddress('analysis');
  return analysisId ? (
    <OneGrading key={analysisId} reviewId={reviewId} analysisId={analysisId} />
  ) : (
    <AllGradings reviewId={reviewId} />
  );
}

const SAFE = 'Answers are stored; nothing was changed.';

function AllGradings({ reviewId }: { reviewId: string }) {
  const query = useGradings(reviewId);
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) return <ErrorNote problem={query.error} safe={SAFE} onRetry={() => void query.refetch()} />;
  return <GradingList reviewId={reviewId} list={query.data} />;
}

function OneGrading({ reviewId, analysisId }: { reviewId: string; analysisId: string }) {
  const query = useGrading(reviewId, analysisId);
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) return <ErrorNote problem={query.error} safe={SAFE} onRetry={() => void query.refetch()} />;
  return <GradingDesk reviewId={reviewId} grading={query.data} />;
}
