import { skipToken, useQuery } from '@tanstack/react-query';
import { getAnalysis, getOutcomeData } from '#contract/synthesis';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { AnalysisPage } from './AnalysisPage.tsx';
import { type AnalysisList, NEW } from './plan.ts';

export interface AnalysisDeskProps {
  readonly reviewId: string;
  readonly list: AnalysisList;
  /** A saved analysis, or `new`. */
  readonly analysisId: string;
  readonly outcomeId: string;
}

/** Fetches what one analysis needs: the numbers of today, and the saved analysis where there is one. */
export function AnalysisDesk({ reviewId, list, analysisId, outcomeId }: AnalysisDeskProps) {
  const data = useQuery({
    queryKey: ['reviews', reviewId, 'outcomes', outcomeId, 'data'],
    queryFn: ({ signal }) => call(getOutcomeData, { params: { reviewId, outcomeId }, signal }),
  });
  const isNew = analysisId === NEW;
  const saved = useQuery({
    queryKey: ['reviews', reviewId, 'analyses', analysisId],
    queryFn: isNew ? skipToken : ({ signal }) => call(getAnalysis, { params: { reviewId, analysisId }, signal }),
  });
  const problem = data.error ?? saved.error;
  if (problem) {
    return (
      <ErrorNote
        problem={problem}
        safe="Analyses and extracted numbers are stored; nothing was changed."
        onRetry={() => void Promise.all([data.refetch(), isNew ? undefined : saved.refetch()])}
      />
    );
  }
  if (!data.data || (!isNew && !saved.data)) return <Loading shape="figure" />;
  return (
    <AnalysisPage reviewId={reviewId} list={list} outcomeId={outcomeId} reply={data.data} saved={saved.data ?? null} />
  );
}
