import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { listAuditEvents } from '#contract/reporting';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import type { AuditEvent } from './auditEvent.ts';
import { BlindingNote } from './BlindingNote.tsx';
import { ChainNote } from './ChainNote.tsx';

const COLUMNS: readonly Column<AuditEvent>[] = [
  {
    key: 'at',
    head: 'When',
    width: '160px',
    cell: event => (
      <time dateTime={event.at} title={event.at}>
        {since(event.at)}
      </time>
    ),
  },
  {
    key: 'what',
    head: 'Who did what',
    phone: 'title',
    cell: event => (
      <>
        <strong style={{ fontWeight: 500 }}>{event.actorName}</strong> {event.sentence}
      </>
    ),
  },
  {
    key: 'sealed',
    head: 'Link of the chain',
    align: 'end',
    phone: 'end',
    cell: event => (event.sealedAs === null ? <span className="muted">not sealed yet</span> : count(event.sealedAs)),
  },
];

const PAGE = 200;

/** Who did what, newest first, and whether the chain of its seals holds. What anybody decided is no part of it. */
export function AuditPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const overview = useReviewOverview(reviewId);
  const because = overview.data?.may.seeAudit;
  const events = useInfiniteQuery({
    queryKey: ['reviews', reviewId, 'audit-events'],
    enabled: because === null,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listAuditEvents, {
        params: { reviewId },
        query: { limit: PAGE, ...(pageParam === '' ? {} : { before: pageParam }) },
        signal,
      }),
    getNextPageParam: last => (last.events.length < PAGE ? undefined : last.events.at(-1)?.at),
  });
  if (because) {
    return (
      <>
        <PageHead title="Audit trail" line="Who did what to what" />
        <EmptyState drawing="way" title="The audit trail is closed to you">
          {because}
        </EmptyState>
      </>
    );
  }
  const problem = overview.error ?? events.error;
  if (problem) {
    return (
      <ErrorNote
        problem={problem}
        safe="The events are stored and can’t be changed from here."
        onRetry={() => void Promise.all([overview.refetch(), events.refetch()])}
      />
    );
  }
  const chain = events.data?.pages[0]?.chain;
  if (!events.data || !chain) return <Loading shape="table" rows={8} />;
  const rows = events.data.pages.flatMap(page => page.events);
  return (
    <>
      <PageHead
        title="Audit trail"
        line={`${counted(chain.length, 'event')} sealed${chain.unsealed > 0 ? `, ${count(chain.unsealed)} not yet` : ''} · newest first`}
      />
      <ChainNote chain={chain} />
      <BlindingNote reviewId={reviewId} />
      <DataTable
        label="Audit events"
        columns={COLUMNS}
        rows={rows}
        rowKey={event => event.eventId}
        empty={<p className="muted">Nothing was done in this review yet.</p>}
      />
      {events.hasNextPage && (
        <p style={{ marginTop: 16 }}>
          <ActionButton isWorking={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            Show earlier events
          </ActionButton>
        </p>
      )}
    </>
  );
}
