import { IconList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getQuestion } from '#contract/protocol';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RetractionAlarms } from '../../parts/RetractionAlarms.tsx';
import { counted } from '../../words/counted.ts';
import { PriorReviews } from '../protocol/PriorReviews.tsx';
import { ImportList } from './ImportList.tsx';
import { type ImportStanding, isAtWork, useImports, useRefreshAtEnd } from './imports.ts';
import { PubmedSearch } from './PubmedSearch.tsx';
import { RetractionCheck } from './RetractionCheck.tsx';
import styles from './SearchPage.module.css';
import { UploadForm } from './UploadForm.tsx';

/** Searching PubMed, bringing in files, and everything that was searched and imported so far. */
export function SearchPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useImports(reviewId);
  const { data: question } = useQuery({
    queryKey: ['reviews', reviewId, 'question'],
    queryFn: ({ signal }) => call(getQuestion, { params: { reviewId }, signal }),
  });
  useRefreshAtEnd(reviewId, data?.imports.some(isAtWork) ?? false);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const standing = data.imports.filter(one => one.state === 'imported');
  return (
    <>
      <PageHead
        title="Search"
        line={standingLine(standing)}
        actions={
          standing.length > 0 && (
            <ActionButton icon={<IconList stroke={1.75} />} to="/reviews/$reviewId/records" params={{ reviewId }}>
              See the records
            </ActionButton>
          )
        }
      />
      <RetractionAlarms reviewId={reviewId} />
      <div className={styles.ways}>
        <PubmedSearch reviewId={reviewId} because={data.may.import} isFirst={standing.length === 0} />
        <UploadForm reviewId={reviewId} because={data.may.import} />
      </div>
      <ImportList reviewId={reviewId} imports={data.imports} />
      {standing.length > 0 && (
        <>
          <PriorReviews reviewId={reviewId} query={question?.current?.searchString ?? ''} because={data.may.import} />
          <RetractionCheck reviewId={reviewId} because={data.may.import} />
        </>
      )}
    </>
  );
}

function standingLine(imports: readonly ImportStanding[]): string {
  if (imports.length === 0) return 'No records yet. Search PubMed with the question’s string, or bring a file.';
  const records = imports.reduce((sum, one) => sum + one.recordCount, 0);
  const sources = new Set(imports.map(one => one.source.name)).size;
  return `${counted(records, 'record')} from ${counted(sources, 'source')}, before duplicates.`;
}
