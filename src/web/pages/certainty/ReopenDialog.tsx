import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import styles from './Certainty.module.css';

/** What was agreed is opened again only with a reason. */
export function ReopenDialog({
  isWorking,
  onClose,
  onReopen,
}: {
  isWorking: boolean;
  onClose: () => void;
  onReopen: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title="Open the agreed certainty again?" onClose={onClose}>
      <div className={styles.form}>
        <Textarea
          label="Why"
          description="It is kept in the audit trail."
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
            onClick={() => onReopen(reason.trim())}
          >
            Open it again
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
