import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getQuestion } from '#contract/protocol';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';

/** From the question to a search string that runs, and the criteria that stand beside it. */
export function QuestionPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['reviews', reviewId, 'question'],
    queryFn: ({ signal }) => call(getQuestion, { params: { reviewId }, signal }),
  });
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  return data ? <QuestionEditor key={reviewId} reviewId={reviewId} question={data} /> : <Loading />;
}
