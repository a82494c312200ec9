import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import { ImportState } from './ImportState.tsx';
import type { ImportStanding } from './imports.ts';
import { KIND_NAMES } from './sourceNames.ts';
import { UndoImport } from './UndoImport.tsx';

/** Every search and import with its state; what was undone stays in the list, since PRISMA-S asks what was done. */
export function ImportList({ reviewId, imports }: { reviewId: string; imports: readonly ImportStanding[] }) {
  if (imports.length === 0) return null;
  const columns: readonly Column<ImportStanding>[] = [
    {
      key: 'source',
      head: 'Source',
      phone: 'title',
      cell: ({ importId, source, fileName }) => (
        <>
          <Link to="/reviews/$reviewId/search/$importId" params={{ reviewId, importId }}>
            {source.name}
          </Link>{' '}
          {source.kind !== 'database' && <span className="muted">{KIND_NAMES[source.kind]}</span>}
          {fileName && <div className="muted">{fileName}</div>}
        </>
      ),
    },
    { key: 'ranOn', head: 'Searched on', phone: 'second', cell: ({ source }) => day(source.ranOn, 'short') },
    {
      key: 'found',
      head: 'Found',
      align: 'end',
      phone: 'hidden',
      cell: ({ source }) => (source.countFound === null ? '–' : count(source.countFound)),
    },
    {
      key: 'imported',
      head: 'Imported',
      align: 'end',
      phone: 'end',
      cell: ({ state, recordCount }) => (state === 'imported' ? count(recordCount) : '–'),
    },
    {
      key: 'state',
      head: 'State',
      width: '300px',
      phone: 'below',
      cell: standing => <ImportState reviewId={reviewId} standing={standing} />,
    },
    {
      key: 'undo',
      head: '',
      align: 'end',
      phone: 'below',
      cell: standing =>
        standing.state === 'imported' &&
        standing.undoJobId === null && <UndoImport reviewId={reviewId} standing={standing} />,
    },
  ];
  return (
    <Section title="Searches of this review" hint="each becomes an entry of PRISMA-S">
      <DataTable label="Searches of this review" columns={columns} rows={imports} rowKey={one => one.importId} />
    </Section>
  );
}
