import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import { counted } from '../../../words/counted.ts';
import styles from './Tables.module.css';
import { compareUpload, TABLE_WORDS, type TableChange, type Upload, useTables } from './tables.ts';

/** What a table would change: new, changed, refused with line and column. It is taken over as a whole. */
export function ComparedTable({ reviewId, upload, onDone }: { reviewId: string; upload: Upload; onDone: () => void }) {
  const { take } = useTables(reviewId);
  const [done, setDone] = useState(0);
  const compared = useQuery({
    queryKey: ['extraction-upload', reviewId, upload.key],
    queryFn: () => compareUpload(reviewId, upload),
    gcTime: 0,
    retry: false,
  });
  if (compared.isPending) return <Loading shape="table" />;
  if (compared.isError) return <ErrorNote problem={compared.error} safe="Nothing was changed." />;
  const changes = compared.data;
  const refused = changes.filter(change => change.problem !== null);
  const fresh = changes.filter(change => change.problem === null && change.before === '');
  const changed = changes.filter(change => change.problem === null && change.before !== '');
  const good = fresh.length + changed.length;
  if (take.isSuccess) {
    return (
      <Note
        kind={take.data.refused.length > 0 ? 'warn' : 'done'}
        claim={`${counted(take.data.taken, 'change is', 'changes are')} taken over.`}
        action={
          <ActionButton size="small" onClick={onDone}>
            Close
          </ActionButton>
        }
      >
        {take.data.refused.length > 0 && (
          <>
            Refused:{' '}
            {take.data.refused
              .map(({ line, column, problem }) => `line ${line}, ${column}: ${problem}`)
              .slice(0, 20)
              .join(' ')}
          </>
        )}
      </Note>
    );
  }
  return (
    <div className={styles.compared}>
      <p className={styles.sentence}>
        {changes.length === 0
          ? `${upload.fileName} says what stands here already.`
          : `${TABLE_WORDS[upload.table].name}, ${upload.fileName}: ${fresh.length} new, ${changed.length} changed, ${refused.length} refused.`}
      </p>
      {take.error && <Note kind="error" claim={take.error.message} />}
      {changes.length > 0 && (
        <DataTable
          label="What the table changes"
          columns={COLUMNS}
          rows={[...refused, ...changed, ...fresh]}
          rowKey={row => `${row.line} ${row.column} ${row.place}`}
        />
      )}
      {take.isPending && <ProgressBar label="Taken over" done={done} of={upload.rows.length} />}
      {good > 0 && (
        <div className={styles.foot}>
          <ActionButton
            kind="primary"
            isWorking={take.isPending}
            onClick={() => take.mutate({ upload, tell: setDone })}
          >
            {`Take over ${counted(good, 'change')}`}
          </ActionButton>
          <ActionButton onClick={onDone}>Leave everything as it is</ActionButton>
        </div>
      )}
    </div>
  );
}

const COLUMNS: readonly Column<TableChange>[] = [
  { key: 'line', head: 'Line', align: 'end', phone: 'hidden', cell: row => row.line },
  { key: 'place', head: 'Where', phone: 'title', cell: row => [row.place, row.column].filter(Boolean).join(' · ') },
  { key: 'before', head: 'Stands here', cell: row => row.before || <span className="muted">nothing</span> },
  { key: 'after', head: 'In the file', cell: row => row.after },
  {
    key: 'kind',
    head: '',
    phone: 'end',
    cell: row =>
      row.problem !== null ? (
        <span>
          <Badge kind="exclude">refused</Badge> {row.problem}
        </span>
      ) : row.before === '' ? (
        <Badge kind="info">new</Badge>
      ) : (
        <Badge kind="accent">changed</Badge>
      ),
  },
];
