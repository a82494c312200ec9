import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fileFullTexts, removeFullText } from '#contract/fullTexts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { isOver, useJob, useStopJob } from '../../queries/useJob.ts';
import { counted } from '../../words/counted.ts';
import { DropFiles } from './DropFiles.tsx';
import styles from './FilesPage.module.css';
import { FileToMatch } from './FileToMatch.tsx';
import { type UploadedFile, useSending, useUploads } from './useUploads.ts';

/** Brings many PDFs at once, and shows which report each is of: certain, doubtful, or nobody's; a person confirms it. */
export function FilesPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const { sending, jobIds, send } = useSending(reviewId);
  const job = useJob(reviewId, jobIds.at(-1) ?? null).data;
  const stop = useStopJob(reviewId);
  const uploads = useUploads(reviewId, job !== undefined && !isOver(job));
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  const filing = useMutation({
    mutationFn: (filings: { fullTextId: string; recordId: string }[]) =>
      call(fileFullTexts, { params: { reviewId }, body: { filings } }),
    onSuccess: async ({ filed }) => {
      toast({ text: `${counted(filed, 'file')} put with ${filed === 1 ? 'its report' : 'their reports'}` });
      await refresh();
    },
  });
  const removal = useMutation({
    mutationFn: (fullTextId: string) => call(removeFullText, { params: { reviewId, fullTextId } }),
    onSuccess: refresh,
  });
  const files = uploads.data?.files ?? [];
  const waiting = files.filter(file => file.state === 'waiting');
  const certain = waiting.filter(isCertain);
  const doubtful = waiting.filter(file => !isCertain(file) && file.matches.length > 0);
  const unknown = waiting.filter(file => file.matches.length === 0);
  const rest = files.filter(file => file.state === 'refused' || file.state === 'reading');
  const recordOf = (file: UploadedFile) => chosen[file.fullTextId] ?? file.matches[0]?.recordId ?? null;
  const fileAll = () =>
    filing.mutate(
      certain.flatMap(file => {
        const recordId = recordOf(file);
        return recordId ? [{ fullTextId: file.fullTextId, recordId }] : [];
      }),
    );
  const row = (file: UploadedFile) => (
    <FileToMatch
      key={file.fullTextId}
      file={file}
      reports={uploads.data?.reports ?? []}
      recordId={recordOf(file)}
      isWorking={filing.isPending || removal.isPending}
      onChoose={recordId => setChosen({ ...chosen, [file.fullTextId]: recordId })}
      onFile={recordId => filing.mutate([{ fullTextId: file.fullTextId, recordId }])}
      onRemove={() => removal.mutate(file.fullTextId)}
    />
  );
  return (
    <>
      <PageHead
        title="Files of full texts"
        line="Each file is read, and its report found by DOI, PMID and title. Nothing is with a report before you say so."
        actions={
          certain.length > 0 && (
            <ActionButton kind="primary" isWorking={filing.isPending} onClick={fileAll}>
              Confirm {certain.length} certain
            </ActionButton>
          )
        }
      />
      <div className={styles.page}>
        <DropFiles sending={sending} onFiles={list => void send(list)} />
        {job && !isOver(job) && (
          <JobProgress job={job} name="Reading the files" onStop={() => stop.mutate(job.jobId)} />
        )}
        {job?.state === 'failed' && <JobProgress job={job} name="Reading the files" />}
        {uploads.isError && <ErrorNote problem={uploads.error} onRetry={() => void uploads.refetch()} />}
        {(filing.isError || removal.isError) && <ErrorNote problem={filing.error ?? removal.error} />}
        {uploads.isPending && <Loading shape="table" />}
        {uploads.data && files.length === 0 && (
          <EmptyState drawing="records" title="No file waits">
            Files that were put with a report stand with it, under Full text.
          </EmptyState>
        )}
        <Group
          title="Certain"
          hint="two things that don’t depend on each other tell the report"
          files={certain}
          row={row}
        />
        <Group title="Doubtful" hint="look before you confirm" files={doubtful} row={row} />
        <Group title="No report found" hint="choose it, or remove the file" files={unknown} row={row} />
        <Group title="Not ready, or of no use" files={rest} row={row} />
      </div>
    </>
  );
}

function isCertain(file: UploadedFile): boolean {
  return file.matches[0]?.certainty === 'certain';
}

function Group({
  title,
  hint,
  files,
  row,
}: {
  title: string;
  hint?: string;
  files: readonly UploadedFile[];
  row: (file: UploadedFile) => React.ReactNode;
}) {
  if (files.length === 0) return null;
  return (
    <Section title={`${title} · ${files.length}`} hint={hint}>
      <ul className={styles.list}>{files.map(row)}</ul>
    </Section>
  );
}
