import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeFullText } from '#contract/fullTexts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useReportFiles } from '../../parts/pdf/reportFiles.ts';
import { UploadBox } from '../../parts/pdf/UploadBox.tsx';
import { day } from '../../words/day.ts';
import styles from './FilesPage.module.css';
import { fileFacts } from './fileFacts.ts';

/** The files of one report: who brought which, the way to remove one, and to bring another (a supplement, say). */
export function FilesDialog({
  reviewId,
  recordId,
  onClose,
}: {
  reviewId: string;
  recordId: string;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const known = useReportFiles(reviewId, recordId);
  const remove = useMutation({
    mutationFn: (fullTextId: string) => call(removeFullText, { params: { reviewId, fullTextId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  return (
    <Dialog title="Files of this report" onClose={onClose}>
      {known.isPending && <Loading shape="lines" />}
      {known.isError && <ErrorNote problem={known.error} onRetry={() => void known.refetch()} />}
      <ul className={styles.list}>
        {known.data?.files.map(file => (
          <li key={file.fullTextId} className={styles.file}>
            <span>
              <strong className={styles.name}>{file.fileName}</strong>
              <span className="muted">
                {fileFacts(file)} · {file.uploadedByName}, {day(file.uploadedAt)}
              </span>
            </span>
            <ActionButton
              kind="quiet"
              size="small"
              because={file.may.remove}
              isWorking={remove.isPending && remove.variables === file.fullTextId}
              label={`Remove ${file.fileName}`}
              onClick={() => remove.mutate(file.fullTextId)}
            >
              Remove
            </ActionButton>
          </li>
        ))}
      </ul>
      {remove.isError && <ErrorNote problem={remove.error} />}
      <p className="muted">With a file the marks in it go too. The audit trail keeps that it was here.</p>
      <UploadBox reviewId={reviewId} recordId={recordId} because={known.data?.may.retrieve ?? null} />
    </Dialog>
  );
}
