import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Note.module.css';

export type NoteKind = 'info' | 'warn' | 'error' | 'done';

const ICONS: Readonly<Record<NoteKind, ReactNode>> = {
  info: <IconInfoCircle size={18} stroke={1.75} />,
  warn: <IconAlertTriangle size={18} stroke={1.75} />,
  error: <IconAlertCircle size={18} stroke={1.75} />,
  done: <IconCircleCheck size={18} stroke={1.75} />,
};

/** A tinted message that stands where it belongs: a bold claim, what it means, and perhaps a deed at its end. */
export function Note({
  kind,
  claim,
  children,
  action,
}: {
  kind: NoteKind;
  claim?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.note} data-kind={kind} role={kind === 'error' ? 'alert' : 'note'}>
      {ICONS[kind]}
      <div className={styles.words}>
        {claim && <strong>{claim}</strong>} {children}
      </div>
      {action}
    </div>
  );
}
