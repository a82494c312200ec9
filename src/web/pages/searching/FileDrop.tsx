import { type DragEvent, useRef, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import styles from './WayCard.module.css';

const ACCEPTED = '.ris,.nbib,.txt,.xml,.bib,.bibtex,.csv,.tsv,.xlsx,.json,.enw,.ciw,.gz,.zip';

/** A place to drop a file on, with a button for those who choose it. */
export function FileDrop({ because, onFile }: { because: string | null; onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && because === null) onFile(file);
  };
  return (
    <fieldset
      className={styles.drop}
      aria-label="Drop a file here"
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault();
        setIsOver(because === null);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <span className="muted">Drop a file here, or</span>
      <ActionButton because={because} onClick={() => input.current?.click()}>
        Choose a file
      </ActionButton>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label="File of records"
        onChange={event => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </fieldset>
  );
}
