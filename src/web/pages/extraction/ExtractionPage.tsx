import { useParams } from '@tanstack/react-router';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { StudyList } from './StudyList.tsx';
import { StudyPage } from './StudyPage.tsx';
import { useExtraction } from './useExtraction.ts';

/** Numbers with their source: all studies of the review, or the one that the address names. */
export function ExtractionPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [studyId] = useAddress('study');
  const extraction = useExtraction(reviewId);
  if (extraction.isPending) return <Loading shape="table" />;
  if (extraction.isError) {
    return (
      <ErrorNote
        problem={extraction.error}
        safe="What was extracted is stored; nothing was changed."
        onRetry={() => void extraction.refetch()}
      />
    );
  }
  const study = extraction.data.studies.find(one => one.studyId === studyId);
  return study ? (
    <StudyPage key={study.studyId} reviewId={reviewId} extraction={extraction.data} study={study} />
  ) : (
    <StudyList reviewId={reviewId} extraction={extraction.data} />
  );
}
