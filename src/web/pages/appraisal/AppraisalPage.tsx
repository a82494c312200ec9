import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { type AppraisalList, toolOf } from './appraisal.ts';
import { ConsensusDesk } from './ConsensusDesk.tsx';
import { OwnDesk } from './OwnDesk.tsx';
import { ReadDesk } from './ReadDesk.tsx';
import { useAppraisal } from './useAppraisal.ts';

export interface AppraisalPageProps {
  readonly reviewId: string;
  readonly appraisalId: string;
  readonly list: AppraisalList;
}

/** One appraisal: one's own work while it is open, both side by side when both are done, and then what stands. */
export function AppraisalPage({ reviewId, appraisalId, list }: AppraisalPageProps) {
  const query = useAppraisal(reviewId, appraisalId);
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) {
    return (
      <ErrorNote
        problem={query.error}
        safe="What was answered is stored; nothing was changed."
        onRetry={() => void query.refetch()}
      />
    );
  }
  const appraisal = query.data;
  const tool = toolOf(appraisal);
  if (!tool) return <ErrorNote problem={null} title={`This version of Pooled doesn’t know ${appraisal.tool}.`} />;
  const desk = { reviewId, appraisal, list, tool };
  if (appraisal.state === 'to-settle' && appraisal.may.settle === null) return <ConsensusDesk {...desk} />;
  if (appraisal.may.assess === null) return <OwnDesk {...desk} />;
  return <ReadDesk {...desk} />;
}
