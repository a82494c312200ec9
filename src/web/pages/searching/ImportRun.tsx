import { IconList } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { type JobStanding, useStopJob } from '../../queries/useJob.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { since } from '../../words/since.ts';
import { DateSlices } from './DateSlices.tsx';
import { FileFacts } from './FileFacts.tsx';
import styles from './ImportRun.module.css';
import type { ImportStanding } from './imports.ts';
import { ReportCounts } from './ReportCounts.tsx';
import { SearchRepeat } from './SearchRepeat.tsx';
import { SearchReport } from './SearchReport.tsx';
import { SkippedEntries } from './SkippedEntries.tsx';
import { StringRepairs } from './StringRepairs.tsx';
import { UndoImport } from './UndoImport.tsx';

/** A search or import under way, or what came of it: progress, counts, and how PubMed read the string. */
export function ImportRun({
  reviewId,
  standing,
  job,
}: {
  reviewId: string;
  standing: ImportStanding;
  job: JobStanding | null;
}) {
  const { importId, state, report, source, fileName } = standing;
  const stopping = useStopJob(reviewId);
  return (
    <>
      <PageHead
        title={titleOf(standing)}
        line={lineOf(standing)}
        actions={
          state === 'imported' && (
            <>
              <UndoImport reviewId={reviewId} standing={standing} />
              <ActionButton
                kind="primary"
                icon={<IconList stroke={1.75} />}
                to="/reviews/$reviewId/records"
                params={{ reviewId }}
                search={{ import: importId }}
              >
                See its records
              </ActionButton>
            </>
          )
        }
      />
      <div className={styles.parts}>
        {job && state !== 'undone' && (
          <JobProgress
            job={job}
            name={fileName ? `Importing ${fileName}` : 'Fetching from PubMed'}
            {...(state === 'importing' ? { onStop: () => stopping.mutate(job.jobId) } : {})}
          />
        )}
        {job && state === 'importing' && <DateSlices slices={job.slices} />}
        <FileFacts standing={standing} />
        {state === 'imported' && report && <ReportCounts report={report} isImported />}
        {state === 'imported' && source.repeatsSearchId && report && (
          <Note
            kind="info"
            claim={`${counted(report.read, 'record is', 'records are')} new of ${counted(source.countFound ?? 0, 'record')} found.`}
          >
            {report.alreadyThere > 0 &&
              `${counted(report.alreadyThere, 'was', 'were')} in the review already, by PMID.`}
          </Note>
        )}
        {source.warnings.length > 0 && (
          <Section title="What PubMed says about your string">
            <div className={styles.warnings}>
              {source.warnings.map(warning => (
                <Note key={warning} kind="warn">
                  {warning}
                </Note>
              ))}
            </div>
          </Section>
        )}
        {fileName === null && source.strategy && state !== 'undone' && (
          <StringRepairs reviewId={reviewId} query={source.strategy} because={standing.may.repeat} />
        )}
        {source.strategy && (
          <div className={styles.strings}>
            <Section title="As it was run" aside={<CopyLink text={source.strategy}>Copy</CopyLink>}>
              <pre className={styles.string}>{source.strategy}</pre>
            </Section>
            {source.translatedStrategy && (
              <Section title="How PubMed read it" aside={<CopyLink text={source.translatedStrategy}>Copy</CopyLink>}>
                <pre className={styles.string}>{source.translatedStrategy}</pre>
                <p className={styles.hint}>
                  Kept with the search, because PubMed’s reading changes over time. It is printed in PRISMA-S.
                </p>
              </Section>
            )}
          </div>
        )}
        {state === 'imported' && fileName === null && <SearchRepeat reviewId={reviewId} standing={standing} />}
        {state !== 'undone' && <SearchReport reviewId={reviewId} standing={standing} />}
        {report && <SkippedEntries report={report} fileName={fileName ?? 'search'} />}
      </div>
    </>
  );
}

function titleOf({ state, fileName, source, recordCount, finishedAt }: ImportStanding): string {
  switch (state) {
    case 'importing':
      return fileName ? 'The file is being imported' : 'PubMed is being searched';
    case 'imported':
      return `${counted(recordCount, 'record')} of ${source.name}`;
    case 'undone':
      return finishedAt === null
        ? `A file of ${source.name} that was left`
        : `An import of ${source.name} that was undone`;
    default:
      return `${source.name} was not imported`;
  }
}

function lineOf({ state, createdAt, finishedAt, undoneAt }: ImportStanding): string {
  switch (state) {
    case 'importing':
      return `Started ${since(createdAt)}. You may close this page; it goes on and resumes by itself after a break.`;
    case 'imported':
      return `Imported ${finishedAt ? since(finishedAt) : 'now'}.`;
    case 'undone':
      if (finishedAt === null) return 'It was only looked through; nothing of it was stored.';
      return `Its records left the review${undoneAt ? ` on ${day(undoneAt)}` : ''}. This line stays for the report.`;
    default:
      return 'It ended early, and nothing half-done was kept. Search or import it again.';
  }
}
