import { IconAlertCircle, IconCheck, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import boxStyles from '../../parts/pdf/UploadBox.module.css';
import styles from './FilesPage.module.css';
import type { Sending } from './useUploads.ts';

const WORDS: Readonly<Record<Sending['state'], string>> = {
  waiting: 'waits',
  sending: 'on its way',
  sent: 'sent',
  refused: 'not kept',
};

/** A box for many PDFs, or ZIPs of them, and how far each is on its way. */
export function DropFiles({
  sending,
  onFiles,
}: {
  sending: readonly Sending[];
  onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const sent = sending.filter(one => one.state === 'sent').length;
  const left = sending.filter(one => one.state !== 'sent');
  return (
    <section
      aria-label="Bring PDFs"
      className={boxStyles.box}
      data-over={isOver ? true : undefined}
      onDragOver={event => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p>Drop PDFs here, as many as you like, or a ZIP of them. Up to 100 MB each, 1 GB for a ZIP.</p>
      <ActionButton icon={<IconUpload size={16} stroke={1.75} />} onClick={() => input.current?.click()}>
        Choose files
      </ActionButton>
      <input
        ref={input}
        className="for-screen-readers"
        type="file"
        multiple
        accept="application/pdf,application/zip,.pdf,.zip"
        tabIndex={-1}
        aria-label="PDFs of reports"
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {sending.length > 0 && (
        <div role="status" className={styles.sending}>
          <p>
            {sent === sending.length && <IconCheck size={16} stroke={1.75} aria-hidden="true" />} {sent} of{' '}
            {sending.length} sent
          </p>
          <ul className={styles.plain}>
            {left.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and their order stands.
              <li key={place}>
                {one.state === 'refused' && <IconAlertCircle size={16} stroke={1.75} aria-hidden="true" />}{' '}
                {one.because ?? `${one.name}: ${WORDS[one.state]}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
