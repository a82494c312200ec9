import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { uploadFullText } from '#contract/fullTexts';
import { call } from '../../call.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import styles from './UploadBox.module.css';

/** A box to drop the PDF of one report into, or to choose it. */
export function UploadBox({
  reviewId,
  recordId,
  because,
}: {
  reviewId: string;
  recordId: string;
  because: string | null;
}) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) =>
      call(uploadFullText, { params: { reviewId }, query: { fileName: file.name, recordId }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  const bring = (file: File | undefined) => {
    if (file && because === null && !send.isPending) send.mutate(file);
  };
  return (
    <section
      aria-label="Bring the full text"
      className={styles.box}
      data-over={isOver ? true : undefined}
      onDragOver={event => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault();
        setIsOver(false);
        bring(event.dataTransfer.files[0]);
      }}
    >
      <p>Drop the PDF of this report here.</p>
      <ActionButton
        icon={<IconUpload size={16} stroke={1.75} />}
        because={because}
        isWorking={send.isPending}
        onClick={() => input.current?.click()}
      >
        Choose a PDF
      </ActionButton>
      <input
        ref={input}
        className="for-screen-readers"
        type="file"
        accept="application/pdf,.pdf"
        tabIndex={-1}
        aria-label="PDF of this report"
        onChange={event => {
          bring(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {send.isError && <ErrorNote problem={send.error} safe="Nothing was kept." />}
    </section>
  );
}
