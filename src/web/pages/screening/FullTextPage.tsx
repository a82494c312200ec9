import { SegmentedControl } from '@mantine/core';
import { IconArrowRight, IconUpload, IconUsersGroup } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { useSession } from '../../queries/useSession.ts';
import { counted } from '../../words/counted.ts';
import { ReportTable } from './ReportTable.tsx';
import { REPORT_FILTERS, type ReportInList, useReports } from './reportQueries.ts';
import styles from './ScreeningPage.module.css';
import { useMyScreening } from './useMyScreening.ts';

const RetrievalDialog = lazy(() =>
  import('./RetrievalDialog.tsx').then(module => ({ default: module.RetrievalDialog })),
);

/** Reports sought: where each full text is, what was decided where one may know it, and the way to read them. */
export function FullTextPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [showText, setShow] = useAddress('show', 'all');
  const show = REPORT_FILTERS.find(filter => filter.show === showText)?.show ?? 'all';
  const reports = useReports(reviewId, show);
  const overview = useReviewOverview(reviewId).data;
  const personId = useSession().data?.person?.personId ?? '';
  const mine = useMyScreening(reviewId, 'full-text', personId).data;
  const [noted, setNoted] = useState<ReportInList | null>(null);
  const left = mine ? mine.given - mine.decided : 0;
  const mayAssign = overview?.may.assign === null;
  return (
    <>
      <PageHead
        title="Full text"
        line={
          mine && mine.given > 0
            ? `You have read ${mine.decided} of ${counted(mine.given, 'report')} that were given to you.`
            : 'Reports sought for retrieval, and what became of them.'
        }
        actions={
          <>
            {reports.data?.may.retrieve === null && (
              <ActionButton
                icon={<IconUpload size={16} stroke={1.75} />}
                to="/reviews/$reviewId/full-text-files"
                params={{ reviewId }}
              >
                Bring PDFs
              </ActionButton>
            )}
            {mayAssign && (
              <ActionButton
                icon={<IconUsersGroup size={16} stroke={1.75} />}
                to="/reviews/$reviewId/team"
                params={{ reviewId }}
                search={{ stage: 'full-text' }}
              >
                Give out reports
              </ActionButton>
            )}
            {mine && mine.given > 0 && (
              <ActionButton
                kind="primary"
                after={<IconArrowRight size={16} stroke={1.75} />}
                to="/reviews/$reviewId/screening/$stage"
                params={{ reviewId, stage: 'full-text' }}
                search={left === 0 ? { mode: 'list', show: 'all' } : {}}
              >
                {left > 0 ? `Read ${counted(left, 'report')}` : 'Look through your decisions'}
              </ActionButton>
            )}
          </>
        }
      />
      <div className={styles.filterRow}>
        <SegmentedControl
          aria-label="Which reports"
          value={show}
          onChange={setShow}
          data={REPORT_FILTERS.map(filter => ({ value: filter.show, label: filter.name }))}
        />
      </div>
      {reports.isError && <ErrorNote problem={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isPending && <Loading shape="table" />}
      {reports.data && (
        <ReportTable
          reviewId={reviewId}
          reports={reports.data.reports}
          because={reports.data.may.retrieve}
          unknown={mayAssign ? 'no verdict yet' : 'hidden while screening is blind'}
          onNote={setNoted}
          empty={
            show === 'all' ? (
              <EmptyState drawing="records" title="No reports are sought yet">
                Records that pass title and abstract stand here, so that their full texts can be found and read. Who is
                still blind sees only what was given to them.
              </EmptyState>
            ) : (
              <EmptyState drawing="search" title="None of these">
                {mayAssign
                  ? 'No report stands in this list now.'
                  : 'No report that you may know of stands in this list. Verdicts show once the stage is closed.'}
              </EmptyState>
            )
          }
        />
      )}
      {noted && (
        <Suspense fallback={null}>
          <RetrievalDialog
            reviewId={reviewId}
            record={noted.record}
            retrieval={noted.retrieval}
            onSaved={() => setNoted(null)}
            onClose={() => setNoted(null)}
          />
        </Suspense>
      )}
    </>
  );
}
