import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { SelectionBar } from '../../parts/SelectionBar.tsx';
import { useNarrow } from '../../parts/useNarrow.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { AssignSelection } from './AssignSelection.tsx';
import { FilterChips } from './FilterChips.tsx';
import { hitWords } from './hitWords.ts';
import { KeepSearch } from './KeepSearch.tsx';
import { KeptSearches } from './KeptSearches.tsx';
import { LabelMenu } from './LabelMenu.tsx';
import { NoRecords } from './NoRecords.tsx';
import { ExportMenu } from './RecordDeeds.tsx';
import { RecordFilterPanel } from './RecordFilterPanel.tsx';
import { RecordSearchBar } from './RecordSearchBar.tsx';
import styles from './RecordsPage.module.css';
import { RecordTable } from './RecordTable.tsx';
import { countFilters, useRecordFilters } from './useRecordFilters.ts';
import { useLabels, useRecordCounts, useRecords } from './useRecords.ts';

/** As many as an address holds, and more than anybody screens out of their order. */
const MOST_OPENED = 100;

/** Any of the review's records by words, fields and filters, and what can be done with those found. The address holds it all. */
export function RecordsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { filters, sort, change } = useRecordFilters();
  const { data, error, isPlaceholderData, isFetchingNextPage, hasNextPage, fetchNextPage, refetch, isLookingOn } =
    useRecords(reviewId, filters, sort);
  const first = data?.pages[0];
  const counts = useRecordCounts(reviewId, filters, {
    isReady: first !== undefined && !isPlaceholderData,
    seesVerdicts: first?.may.seeVerdicts === null,
  });
  const labels = useLabels(reviewId).data?.labels ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setIsAll] = useState(false);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const isNarrow = useNarrow();

  const { total, isAtLeast } = totalOf(first, counts.isPlaceholderData ? undefined : counts.data);
  const found = isAtLeast ? `${count(total)}+ records` : counted(total, 'record');
  const records = data?.pages.flatMap(page => page.records) ?? [];
  const isFiltered = filters.text !== '' || countFilters(filters) > 0;
  const narrow: typeof change = part => {
    setTicked(new Set());
    setIsAll(false);
    change(part);
  };
  const panel = (
    <RecordFilterPanel
      filters={filters}
      counts={counts.data}
      isOld={counts.isPlaceholderData}
      isWaiting={counts.isPending}
      labels={labels}
      onChange={narrow}
    >
      <KeptSearches reviewId={reviewId} filters={filters} onChoose={narrow} />
    </RecordFilterPanel>
  );
  const selection = isAll ? { filters } : { recordIds: [...ticked] };
  return (
    <div className={styles.page}>
      {!isNarrow && (
        <aside className={styles.filters} aria-label="Filters">
          {panel}
        </aside>
      )}
      <div className={styles.main}>
        <PageHead
          title="Records"
          line="Each report once: merged copies stand with the one that speaks for them."
          actions={
            total > 0 && (
              <ExportMenu reviewId={reviewId} selection={{ filters }}>
                {isFiltered && !isAtLeast ? `Export ${count(total)}` : 'Export'}
              </ExportMenu>
            )
          }
        />
        <RecordSearchBar
          text={filters.text}
          sort={sort}
          onText={text => narrow({ text })}
          onSort={next => change({ sort: next })}
        >
          <KeepSearch reviewId={reviewId} filters={filters} />
        </RecordSearchBar>
        {isNarrow && (
          <ActionButton
            size="small"
            icon={<IconAdjustmentsHorizontal stroke={1.75} />}
            onClick={() => setIsPanelOpen(true)}
          >
            {countFilters(filters) > 0 ? `Filters (${countFilters(filters)})` : 'Filters'}
          </ActionButton>
        )}
        {isNarrow && isPanelOpen && (
          <Dialog title="Filters" isTitleHidden place="side" onClose={() => setIsPanelOpen(false)}>
            {panel}
            <ActionButton kind="primary" isWide onClick={() => setIsPanelOpen(false)}>
              {`Show ${found}`}
            </ActionButton>
          </Dialog>
        )}
        {error && !data ? (
          <ErrorNote problem={error} onRetry={() => void refetch()} />
        ) : data ? (
          <div className={styles.found} data-old={isPlaceholderData || undefined}>
            {first?.mistakes.map(({ message, start, end }) => (
              <p key={`${start} ${message}`} className={styles.mistake} role="alert">
                <code>{filters.text.slice(start, end)}</code> {message} The rest was searched for.
              </p>
            ))}
            <div className={styles.count}>
              <p role="status">
                <strong>{found}</strong>{' '}
                <span className="muted">
                  {isFiltered ? `found in ${first?.milliseconds ?? 0} ms` : 'after duplicates'}
                  {isAtLeast && ', counting the others …'}
                  {sort === 'match' && first?.sort === 'newest' && ', too many to rank: newest first'}
                </span>
              </p>
              <FilterChips reviewId={reviewId} filters={filters} onChange={narrow} />
              <span className={styles.hint}>words stand in title, abstract, authors, journal, DOI, PMID</span>
            </div>
            {records.length === 0 && isLookingOn ? (
              <Loading shape="table" rows={8} />
            ) : records.length === 0 ? (
              <NoRecords reviewId={reviewId} isFiltered={isFiltered} />
            ) : (
              <RecordTable
                reviewId={reviewId}
                records={records}
                words={hitWords(filters.text)}
                selected={isAll ? new Set(records.map(record => record.recordId)) : ticked}
                onSelect={next => {
                  setIsAll(false);
                  setTicked(next);
                }}
              />
            )}
            {hasNextPage && (
              <div className={styles.more}>
                <ActionButton isWorking={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  Show more
                </ActionButton>
                <span className="muted">{`${count(records.length)} of ${count(total)}${isAtLeast ? '+' : ''} shown`}</span>
              </div>
            )}
          </div>
        ) : (
          <Loading shape="table" rows={8} />
        )}
        <SelectionBar
          selected={isAll ? total : ticked.size}
          all={total}
          onSelectAll={() => setIsAll(true)}
          onClose={() => {
            setIsAll(false);
            setTicked(new Set());
          }}
        >
          <LabelMenu reviewId={reviewId} selection={selection} />
          {first?.may.assign === null && <AssignSelection reviewId={reviewId} selection={selection} />}
          <ExportMenu reviewId={reviewId} selection={selection}>
            {`Export ${count(isAll ? total : ticked.size)}`}
          </ExportMenu>
          {first?.may.screen === null && (
            <ActionButton
              kind="primary"
              because={!isAll && ticked.size <= MOST_OPENED ? null : `Tick at most ${MOST_OPENED} to open them.`}
              becauseAt="tip"
              to="/reviews/$reviewId/screening/$stage"
              params={{ reviewId, stage: 'title-and-abstract' }}
              search={{ only: [...ticked].join(',') }}
            >
              {`Open ${count(isAll ? total : ticked.size)} in screening`}
            </ActionButton>
          )}
        </SelectionBar>
      </div>
    </div>
  );
}

/** The list tells at once how many there are, or at least how many; then the counts beside the filters do. */
function totalOf(
  list: { readonly total: number; readonly isAtLeast: boolean } | undefined,
  counts: { readonly total: number } | undefined,
) {
  if (!list?.isAtLeast) return { total: list?.total ?? 0, isAtLeast: false };
  return counts ? { total: counts.total, isAtLeast: false } : list;
}
