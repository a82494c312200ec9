import { Select } from '@mantine/core';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import styles from './FilesPage.module.css';
import { fileFacts } from './fileFacts.ts';
import { firstAuthors } from './firstAuthors.ts';
import type { UploadedFile, Uploads } from './useUploads.ts';

/** One uploaded file: what it is, the report that it seems to be of and why, and the deeds. */
export function FileToMatch({
  file,
  reports,
  recordId,
  isWorking,
  onChoose,
  onFile,
  onRemove,
}: {
  file: UploadedFile;
  reports: Uploads['reports'];
  recordId: string | null;
  isWorking: boolean;
  onChoose: (recordId: string) => void;
  onFile: (recordId: string) => void;
  onRemove: () => void;
}) {
  const match = file.matches.find(one => one.recordId === recordId);
  const report = reports.find(one => one.recordId === recordId);
  const likely = new Set(file.matches.map(one => one.recordId));
  const option = ({ recordId: value, title, authorsText, year, hasFile }: Uploads['reports'][number]) => ({
    value,
    label: `${firstAuthors(authorsText)} ${year ?? ''} · ${title}${hasFile ? ' (has a file)' : ''}`,
  });
  return (
    <li className={styles.match}>
      <div className={styles.what}>
        <strong className={styles.name}>{file.fileName}</strong>
        <span className="muted">{fileFacts(file)}</span>
        {file.state === 'reading' && <Badge kind="neutral">being read</Badge>}
        {file.state === 'refused' && <span className={styles.refusal}>{file.refusal}</span>}
      </div>
      {file.state === 'waiting' && (
        <div className={styles.whose}>
          <Select
            aria-label={`Report of ${file.fileName}`}
            placeholder="Choose the report"
            searchable
            nothingFoundMessage="No report of this name is sought"
            value={recordId}
            onChange={next => next && onChoose(next)}
            data={[
              { group: 'It may be', items: reports.filter(one => likely.has(one.recordId)).map(option) },
              { group: 'All others', items: reports.filter(one => !likely.has(one.recordId)).map(option) },
            ]}
          />
          <p className={styles.because}>
            {match
              ? match.because
              : report
                ? 'You chose this report.'
                : 'Its first pages name no report that is sought.'}
            {report?.hasFile && ' This report has a file already: it will have two.'}
          </p>
        </div>
      )}
      <div className={styles.deeds}>
        {file.state === 'waiting' && (
          <ActionButton
            size="small"
            because={recordId ? null : 'Choose the report first.'}
            becauseAt="tip"
            isWorking={isWorking}
            label={`Confirm the report of ${file.fileName}`}
            onClick={() => recordId && onFile(recordId)}
          >
            Confirm
          </ActionButton>
        )}
        {file.state !== 'reading' && (
          <ActionButton
            kind="quiet"
            size="small"
            because={file.may.remove}
            becauseAt="tip"
            label={`Remove ${file.fileName}`}
            onClick={onRemove}
          >
            Remove
          </ActionButton>
        )}
      </div>
    </li>
  );
}
