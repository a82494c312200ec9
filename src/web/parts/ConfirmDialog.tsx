import type { ReactNode } from 'react';
import { ActionButton } from './ActionButton.tsx';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  /** The question: "Agree version 3 of the question?" */
  readonly title: string;
  /** What it binds or ends, for whom. */
  readonly children: ReactNode;
  /** Repeats the verb: "Agree version 3". */
  readonly verb: string;
  /** The way out, named. */
  readonly wayOut?: string;
  readonly isDangerous?: boolean;
  readonly isWorking?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Only for what can't be undone or binds others. Fetch it when it is needed: `lazy(() => import(...))`. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <div className={styles.words}>{props.children}</div>
      <div className={styles.buttons}>
        <ActionButton onClick={props.onClose}>{props.wayOut ?? 'Not yet'}</ActionButton>
        <ActionButton
          kind={props.isDangerous ? 'danger' : 'primary'}
          isWorking={props.isWorking ?? false}
          onClick={props.onConfirm}
        >
          {props.verb}
        </ActionButton>
      </div>
    </Dialog>
  );
}
