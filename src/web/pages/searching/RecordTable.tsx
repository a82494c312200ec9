import { Link } from '@tanstack/react-router';
import { Badge, type BadgeKind } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { counted } from '../../words/counted.ts';
import { firstAuthors } from '../screening/firstAuthors.ts';
import { Hits } from './Hits.tsx';
import styles from './RecordsPage.module.css';
import type { ListedRecord } from './useRecords.ts';

const VERDICT_KINDS: Readonly<Record<NonNullable<ListedRecord['verdicts']['full-text']>, BadgeKind>> = {
  pending: 'neutral',
  included: 'include',
  excluded: 'exclude',
  conflicted: 'conflict',
};

/** Records with their title in full, source, and the verdict; a screener sees own decisions in its place. */
export function RecordTable({
  reviewId,
  records,
  words,
}: {
  reviewId: string;
  records: readonly ListedRecord[];
  words: readonly string[];
}) {
  const columns: readonly Column<ListedRecord>[] = [
    {
      key: 'record',
      head: 'Record',
      phone: 'title',
      cell: record => (
        <>
          <Link
            to="/reviews/$reviewId/records/$recordId"
            params={{ reviewId, recordId: record.recordId }}
            className={styles.title}
          >
            <Hits text={record.title || 'A record without a title'} words={words} />
          </Link>
          <p className={styles.second}>
            <span>
              {[firstAuthors(record.authorsText), record.journal]
                .filter(part => part !== null && part !== '')
                .join(' · ')}
            </span>
            {record.isRetracted && <Badge kind="exclude">retracted</Badge>}
            {!record.hasAbstract && <Badge kind="neutral">no abstract</Badge>}
            {record.copies > 1 && <Badge kind="fact">{counted(record.copies, 'record')} merged</Badge>}
          </p>
        </>
      ),
    },
    { key: 'year', head: 'Year', align: 'end', width: '64px', cell: ({ year }) => year ?? 'not given' },
    { key: 'source', head: 'Source', width: '120px', cell: ({ sourceName }) => sourceName },
    { key: 'standing', head: 'Standing', width: '148px', phone: 'end', cell: record => <Standing record={record} /> },
  ];
  return <DataTable label="Records" columns={columns} rows={records} rowKey={record => record.recordId} />;
}

function Standing({ record: { verdicts, mine } }: { record: ListedRecord }) {
  const verdict = verdicts['full-text'] ?? verdicts['title-and-abstract'];
  if (verdict) return <Badge kind={VERDICT_KINDS[verdict]}>{verdict}</Badge>;
  const own = mine.find(one => one.stage === 'full-text') ?? mine[0];
  return own ? <Badge kind={own.choice}>{`you: ${own.choice}`}</Badge> : null;
}
