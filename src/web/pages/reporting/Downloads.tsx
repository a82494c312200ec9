import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { exportReview, getFlowFigure } from '#contract/reporting';
import { callForFile } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { saveFile } from '../../parts/saveFile.ts';
import { isOver } from '../../queries/useJob.ts';
import { PreparedState } from './PreparedState.tsx';
import styles from './ReportPage.module.css';
import { usePreparedExports } from './usePreparedExports.ts';

type FileName = 'flow.svg' | 'records.ris' | 'records.csv' | 'extraction.csv' | 'analyses.json';

const FILES: readonly { readonly file: FileName; readonly title: string; readonly line: string }[] = [
  { file: 'flow.svg', title: 'Flow diagram, SVG', line: 'For the manuscript, in the palette for print' },
  { file: 'records.ris', title: 'Records, RIS', line: 'For reference managers, with what became of each record' },
  { file: 'records.csv', title: 'Records, CSV', line: 'The same as a table' },
  { file: 'extraction.csv', title: 'Extracted numbers, CSV', line: 'Every arm and outcome with where it was found' },
  { file: 'analyses.json', title: 'Analyses, JSON', line: 'Choices, studies left out and results at full precision' },
];

/** Everything that can be taken along: small files at once, the whole review by a job. What isn't given out says why. */
export function Downloads({
  reviewId,
  becauseFlow,
  becauseExport,
}: {
  reviewId: string;
  becauseFlow: string | null;
  becauseExport: string | null;
}) {
  const fetchFile = useMutation({
    mutationFn: (file: FileName) =>
      file === 'flow.svg'
        ? callForFile(getFlowFigure, { params: { reviewId }, query: { palette: 'print' } })
        : callForFile(exportReview, { params: { reviewId, file } }),
    onSuccess: ({ blob, fileName }, file) => saveFile(blob, fileName ?? file),
  });
  const prepared = usePreparedExports(reviewId);
  const whole = prepared.of('review.zip');
  const becauseOf = (file: FileName) => {
    if (file === 'flow.svg') return becauseFlow;
    // Numbers and analyses tell nothing of anybody's decisions.
    return file === 'extraction.csv' || file === 'analyses.json' ? null : becauseExport;
  };
  return (
    <Section title="Take it along">
      {fetchFile.error && (
        <Note
          kind="error"
          claim={`${FILES.find(one => one.file === fetchFile.variables)?.title ?? 'The file'} was not given out.`}
        >
          {fetchFile.error.message}
        </Note>
      )}
      {prepared.ask.error && (
        <Note kind="error" claim="The whole review was not given out.">
          {prepared.ask.error.message}
        </Note>
      )}
      <ul className={styles.files}>
        {FILES.map(({ file, title, line }) => (
          <li key={file} className={styles.file}>
            <div className={styles.fileWords}>
              <p className={styles.fileName}>{title}</p>
              <p className={styles.fileLine}>{line}</p>
            </div>
            <ActionButton
              size="small"
              icon={<IconDownload stroke={1.75} />}
              because={becauseOf(file)}
              becauseAt="tip"
              isWorking={fetchFile.isPending && fetchFile.variables === file}
              label={`Download ${title}`}
              onClick={() => fetchFile.mutate(file)}
            >
              Download
            </ActionButton>
          </li>
        ))}
        <li className={styles.file}>
          <div className={styles.fileWords}>
            <p className={styles.fileName}>The whole review, ZIP</p>
            <p className={styles.fileLine}>
              All tables, scripts for R, figures, full texts and the audit chain; another Pooled can read it
            </p>
            <PreparedState
              reviewId={reviewId}
              prepared={whole}
              name="review.zip"
              onStop={exportId => prepared.stop.mutate(exportId)}
            />
          </div>
          <ActionButton
            size="small"
            icon={<IconDownload stroke={1.75} />}
            because={becauseExport}
            becauseAt="tip"
            isWorking={prepared.ask.isPending || (whole !== null && !isOver(whole))}
            label="Download The whole review, ZIP"
            onClick={() => prepared.ask.mutate({ file: 'review.zip' })}
          >
            Download
          </ActionButton>
        </li>
      </ul>
    </Section>
  );
}
