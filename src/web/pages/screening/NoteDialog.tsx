import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import styles from './NoteDialog.module.css';

export interface NoteDialogProps {
  readonly note: string;
  /** A note of a record without a decision goes with the decision. */
  readonly hasDecision: boolean;
  /** Why one can't change it any more. */
  readonly because: string | null;
  readonly onKeep: (note: string) => void;
  readonly onClose: () => void;
}

/** The own note on a record; leaving it by any way keeps what was written. */
export function NoteDialog({ note, hasDecision, because, onKeep, onClose }: NoteDialogProps) {
  const [text, setText] = useState(note);
  const keep = () => {
    if (because === null && text.trim() !== note) onKeep(text.trim());
    onClose();
  };
  return (
    <Dialog title="Your note on this record" onClose={keep}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          keep();
        }}
      >
        <Textarea
          label="Note"
          name="note"
          autosize
          minRows={4}
          maxRows={12}
          maxLength={5000}
          readOnly={because !== null}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          description={
            hasDecision
              ? 'Kept with your decision. Others read it only where they may see your decision.'
              : 'It is kept when you decide. Others read it only where they may see your decision.'
          }
        />
        <ActionButton kind="primary" type="submit" because={because}>
          Keep the note
        </ActionButton>
      </form>
    </Dialog>
  );
}
