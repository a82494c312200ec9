import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { getRecord } from '#contract/records';
import { call } from '../../call.ts';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PdfReader } from '../../parts/pdf/PdfReader.tsx';
import { FullTextLinks } from './FullTextLinks.tsx';
import { firstAuthors } from './firstAuthors.ts';
import styles from './ReportPage.module.css';
import { fullTextLinks } from './recordAddresses.ts';

const FilesDialog = lazy(() => import('./FilesDialog.tsx').then(module => ({ default: module.FilesDialog })));

/** One report's full text, to be read and marked by whoever may know of it. */
export function ReportPage() {
  const { reviewId = '', recordId = '' } = useParams({ strict: false });
  const record = useQuery({
    queryKey: ['reviews', reviewId, 'records', recordId],
    queryFn: ({ signal }) => call(getRecord, { params: { reviewId, recordId }, signal }),
  });
  const [isManaging, setIsManaging] = useState(false);
  usePlace(record.data && shortTitle(record.data.title));
  if (record.isError) return <ErrorNote problem={record.error} onRetry={() => void record.refetch()} />;
  if (record.isPending) return <Loading shape="lines" />;
  const { title, authorsText, journal, year } = record.data;
  const links = fullTextLinks(record.data, null);
  return (
    <>
      <PageHead
        title={title}
        line={[firstAuthors(authorsText), journal, year].filter(Boolean).join(' · ')}
        actions={<ActionButton onClick={() => setIsManaging(true)}>Files of this report</ActionButton>}
      />
      {links.length > 0 && <FullTextLinks links={links} />}
      <div className={styles.reader}>
        <PdfReader reviewId={reviewId} reportId={recordId} isShared />
      </div>
      {isManaging && (
        <Suspense fallback={null}>
          <FilesDialog reviewId={reviewId} recordId={recordId} onClose={() => setIsManaging(false)} />
        </Suspense>
      )}
    </>
  );
}

const LONGEST = 60;

function shortTitle(title: string): string {
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
