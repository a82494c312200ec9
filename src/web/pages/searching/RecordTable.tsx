import { Link } from '@tanstack/react-router';
import { Badge, type BadgeKind } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { counted } from '../../words/counted.ts';
import { firstAuthors } from '../screening/firstAuthors.ts';
import { Hits } from './Hits.tsx';
import { LabelBadge } from './LabelBadge.tsx';
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
  selected,
  onSelect,
}: {
  reviewId: string;
  records: readonly ListedRecord[];
  words: readonly string[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
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
    {
      key: 'source',
      head: 'Source',
      width: '110px',
      phone: 'hidden',
      cell: ({ sourceNames }) => sourceNames.map(name => <div key={name}>{name}</div>),
    },
    { key: 'standing', head: 'Verdict', width: '130px', phone: 'end', cell: record => <Standing record={record} /> },
    {
      key: 'labels',
      head: 'Labels',
      width: '120px',
      phone: 'hidden',
      cell: ({ labels }) => (
        <span className={styles.labels}>
          {labels.map(({ labelId, name, tint, audience }) => (
            <LabelBadge key={labelId} name={name} tint={tint} isOwn={audience === 'own'} />
          ))}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label="Records"
      columns={columns}
      rows={records}
      rowKey={record => record.recordId}
      selected={selected}
      onSelect={onSelect}
      tickLabel={record => `Tick ${record.title}`}
    />
  );
}

function Standing({ record: { verdicts, mine } }: { record: ListedRecord }) {
  // A report that waits at full text was included at the stage before: that is what is known of it.
  const verdict =
    verdicts['full-text'] === 'pending'
      ? verdicts['title-and-abstract']
      : (verdicts['full-text'] ?? verdicts['title-and-abstract']);
  if (verdict) return <Badge kind={VERDICT_KINDS[verdict]}>{verdict}</Badge>;
  const own = mine.find(one => one.stage === 'full-text') ?? mine[0];
  return own ? <Badge kind={own.choice}>{`you: ${own.choice}`}</Badge> : null;
}
