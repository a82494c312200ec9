import { IconFlask, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../../parts/Badge.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Note } from '../../../parts/Note.tsx';
import { since } from '../../../words/since.ts';
import { measureName } from '../choices.ts';
import type { AnalysisList } from '../plan.ts';
import type { AnalysisDeeds } from '../useAnalysisDeeds.ts';
import { VersionsPart } from './VersionsPart.tsx';

type Row = AnalysisList['analyses'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    head: 'Analysis',
    phone: 'title',
    cell: row => (
      <Link
        to="."
        search={(before: Record<string, unknown>) => ({ ...before, analysis: row.analysisId, tab: undefined })}
      >
        {row.name}
      </Link>
    ),
  },
  { key: 'outcome', head: 'Outcome', cell: row => row.outcomeName },
  {
    key: 'how',
    head: 'Pooled as',
    cell: row =>
      `${measureName(row.specification.measure)}, ${row.specification.model === 'random' ? `random, ${row.specification.tauSquared}` : 'fixed'}`,
  },
  {
    key: 'out',
    head: 'Left out',
    align: 'end',
    phone: 'hidden',
    cell: row => (row.leftOut.length === 0 ? '–' : row.leftOut.length),
  },
  { key: 'version', head: 'Version', align: 'end', phone: 'hidden', cell: row => row.version },
  { key: 'by', head: 'By', cell: row => row.createdByName, phone: 'hidden' },
  { key: 'at', head: 'Computed', cell: row => (row.computedAt ? since(row.computedAt) : 'not yet') },
  {
    key: 'state',
    head: '',
    phone: 'end',
    cell: row =>
      row.isStale ? (
        <Badge kind="warn">Data changed</Badge>
      ) : row.isLocked ? (
        <Badge kind="accent" icon={<IconLock size={14} stroke={1.75} />}>
          Protocol
        </Badge>
      ) : (
        <Badge kind="info" icon={<IconFlask size={14} stroke={1.75} />}>
          Exploratory
        </Badge>
      ),
  },
];

/** Every saved analysis of the review; the one that is open is marked. */
export function SavedTab({
  reviewId,
  list,
  analysisId,
  deeds,
  isRatio,
}: {
  reviewId: string;
  isRatio: boolean;
  list: AnalysisList;
  analysisId: string | null;
  deeds: AnalysisDeeds;
}) {
  return (
    <>
      {deeds.remove.error && <Note kind="error" claim={deeds.remove.error.message} />}
      <DataTable
        label="Saved analyses"
        columns={COLUMNS}
        rows={list.analyses}
        rowKey={row => row.analysisId}
        isMarked={row => row.analysisId === analysisId}
        empty={
          <p className="muted">
            None is saved yet. What you see is computed on this page; “Save the analysis” keeps it.
          </p>
        }
      />
      {analysisId && (
        <div style={{ marginTop: 32 }}>
          <VersionsPart reviewId={reviewId} analysisId={analysisId} isRatio={isRatio} />
        </div>
      )}
    </>
  );
}
