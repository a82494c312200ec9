import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from './ActionButton.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './ReasonDialog.module.css';

export interface ReasonDialogProps {
  readonly title: string;
  /** Where the reason stands afterwards, and what stays as it is. */
  readonly description: string;
  /** What the button does: "Open it again". */
  readonly verb: string;
  readonly isWorking: boolean;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}

/** For what was agreed and is done or undone again only with a reason. */
export function ReasonDialog({ title, description, verb, isWorking, onGive, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.form}>
        <Textarea
          label="Why"
          description={description}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton
            kind="primary"
            because={reason.trim() === '' ? 'Write why first.' : null}
            isWorking={isWorking}
            onClick={() => onGive(reason.trim())}
          >
            {verb}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
