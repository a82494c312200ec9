import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import styles from './LeaveOutDialog.module.css';

/** A study leaves an analysis only with a reason, which is saved with the analysis. */
export function LeaveOutDialog({
  label,
  onLeaveOut,
  onClose,
}: {
  label: string;
  onLeaveOut: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={`Leave out ${label}?`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (reason.trim() !== '') onLeaveOut(reason.trim());
        }}
      >
        <Textarea
          label="Reason"
          name="reason"
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          description="It stays with the analysis, and whoever reads it can see it."
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Keep it in</ActionButton>
          <ActionButton
            kind="primary"
            type="submit"
            because={reason.trim() === '' ? 'Write the reason first.' : null}
            becauseAt="tip"
          >
            Leave out
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
