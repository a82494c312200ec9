import { IconSearch } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { RECORD_BOXES } from '#contract/records';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { counted } from '../../words/counted.ts';
import { BOX_NAMES } from './boxNames.ts';
import { hitWords } from './hitWords.ts';
import { RecordFilterBar } from './RecordFilterBar.tsx';
import styles from './RecordsPage.module.css';
import { RecordTable } from './RecordTable.tsx';
import { useRecords } from './useRecords.ts';

/** Any of the review's records by words, source, import, or a box of the flow diagram. The address holds the filters. */
export function RecordsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [text] = useAddress('text');
  const [source] = useAddress('source');
  const [importId] = useAddress('import');
  const [wantedBox] = useAddress('box');
  const [reason] = useAddress('reason');
  const box = RECORD_BOXES.find(one => one === wantedBox) ?? '';
  const { data, error, isPlaceholderData, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useRecords(
    reviewId,
    { text, source, import: importId, box, reason },
  );
  const total = data?.pages[0]?.total ?? 0;
  const records = data?.pages.flatMap(page => page.records) ?? [];
  const isFiltered = text !== '' || source !== '' || importId !== '' || box !== '';
  return (
    <>
      <PageHead
        title="Records"
        line={box === '' ? 'Each report once: merged copies stand with the one that speaks for them.' : BOX_NAMES[box]}
      />
      <RecordFilterBar reviewId={reviewId} />
      {error && !data ? (
        <ErrorNote problem={error} onRetry={() => void refetch()} />
      ) : data ? (
        <div className={styles.found} data-old={isPlaceholderData || undefined}>
          <p className={styles.count} role="status">
            <strong>{counted(total, 'record')}</strong> <span className="muted">{isFiltered ? 'found' : 'in all'}</span>
          </p>
          {records.length === 0 ? (
            <NoRecords reviewId={reviewId} isFiltered={isFiltered} />
          ) : (
            <RecordTable reviewId={reviewId} records={records} words={hitWords(text)} />
          )}
          {hasNextPage && (
            <div className={styles.more}>
              <ActionButton isWorking={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </ActionButton>
              <span className="muted">{`${records.length} of ${total} shown`}</span>
            </div>
          )}
        </div>
      ) : (
        <Loading shape="table" rows={8} />
      )}
    </>
  );
}

function NoRecords({ reviewId, isFiltered }: { reviewId: string; isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState drawing="search" title="No record has all of this">
        Every word must be there, in title or abstract, or the whole must be a part of the authors’ names, a DOI or a
        PMID. Take a word or a filter away.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="records"
      title="There are no records yet"
      ways={[
        {
          icon: <IconSearch stroke={1.75} />,
          title: 'Search PubMed, or bring a file',
          line: 'You see what was found before anything is stored.',
          action: (
            <ActionButton kind="primary" to="/reviews/$reviewId/search" params={{ reviewId }}>
              Find the records
            </ActionButton>
          ),
        },
      ]}
    >
      Records are titles and abstracts as databases have them. They come from searches and files.
    </EmptyState>
  );
}
