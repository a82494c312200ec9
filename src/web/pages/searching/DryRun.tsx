import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { confirmImport } from '#contract/searching';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import { ColumnMap } from './ColumnMap.tsx';
import styles from './DryRun.module.css';
import { FileFacts } from './FileFacts.tsx';
import { type ImportStanding, useUndoImport } from './imports.ts';
import { ReportCounts } from './ReportCounts.tsx';
import { SkippedEntries } from './SkippedEntries.tsx';

/** What Pooled read in a file, before anything of it is stored. */
export function DryRun({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const { importId, report, sameFileAs, may } = standing;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const confirming = useMutation({
    mutationFn: () => call(confirmImport, { params: { reviewId, importId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  const dropping = useUndoImport(reviewId);
  const drop = () =>
    // The page changes under us as soon as it is done, and would take a callback of its own with it.
    dropping
      .mutateAsync(importId)
      .then(() => navigate({ to: '/reviews/$reviewId/search', params: { reviewId } }))
      .catch(() => undefined);
  const ready = report?.read ?? 0;
  const isTable = standing.format === 'csv' || standing.format === 'xlsx';
  return (
    <>
      <PageHead
        title="Check before you import"
        line="Nothing has been stored yet. This is what Pooled read in your file."
        actions={
          <>
            <ActionButton isWorking={dropping.isPending} because={may.undo} becauseAt="tip" onClick={drop}>
              Leave it
            </ActionButton>
            {ready > 0 && (
              <ActionButton
                kind="primary"
                isWorking={confirming.isPending}
                because={may.confirm}
                becauseAt="tip"
                onClick={() => confirming.mutate()}
              >
                {`Import ${counted(ready, 'record')}`}
              </ActionButton>
            )}
          </>
        }
      />
      <div className={styles.parts}>
        {confirming.error && <ErrorNote problem={confirming.error} safe="Nothing was stored." />}
        {dropping.error && <ErrorNote problem={dropping.error} />}
        {sameFileAs && (
          <Note kind="warn" claim={`The very same file was imported before, ${since(sameFileAs.createdAt)}.`}>
            Importing it again doubles its records until duplicates are looked for.{' '}
            <Link to="/reviews/$reviewId/search/$importId" params={{ reviewId, importId: sameFileAs.importId }}>
              See that import
            </Link>
          </Note>
        )}
        <FileFacts standing={standing} />
        {report && <ReportCounts report={report} />}
        {ready === 0 && isTable && (
          <Note kind="warn" claim="Pooled knows none of these columns.">
            Say below which one holds the title, and what else you need; the file is then read again.
          </Note>
        )}
        {ready === 0 && !isTable && (
          <Note kind="error" claim="Nothing in this file can be imported.">
            {report?.skippedEntries[0]
              ? `The first reason, at line ${report.skippedEntries[0].line}: ${report.skippedEntries[0].reason}`
              : 'It holds no record that Pooled can read. Export it again, as RIS perhaps.'}
          </Note>
        )}
        {report && report.alreadyThere > 0 && (
          <Note
            kind="info"
            claim={`${counted(report.alreadyThere, 'record is', 'records are')} here already, by DOI or PMID.`}
          >
            They are imported all the same, so that the flow diagram counts them, and the duplicate finder merges them.
          </Note>
        )}
        {report && report.deletions > 0 && (
          <Note kind="info" claim={`${counted(report.deletions, 'notice')} of deletion.`}>
            PubMed has withdrawn these records; they are no records to import.
          </Note>
        )}
        {(standing.format === 'csv' || standing.format === 'xlsx') && (
          <ColumnMap reviewId={reviewId} standing={standing} />
        )}
        {report && <SkippedEntries report={report} fileName={standing.fileName ?? 'file'} />}
      </div>
    </>
  );
}
