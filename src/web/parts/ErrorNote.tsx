import { IconAlertCircle, IconBulb, IconClock, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CallProblem } from '../CallProblem.ts';
import { ActionButton } from './ActionButton.tsx';
import { CopyLink } from './CopyLink.tsx';
import styles from './ErrorNote.module.css';

export interface ErrorNoteProps {
  /** What was thrown. Its own words are shown when they were meant for people. */
  readonly problem: unknown;
  /** What happened, when the page knows it better than the problem: "PubMed stopped answering after 420 records". */
  readonly title?: string;
  readonly safe?: ReactNode;
  readonly missing?: ReactNode;
  readonly canDo?: ReactNode;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
}

/** What happened, what is safe, what is missing, what to do, and a reference to copy. Blames nobody. */
export function ErrorNote({ problem, title, safe, missing, canDo, onRetry, actions }: ErrorNoteProps) {
  const told = problem instanceof CallProblem ? problem : null;
  const parts = [
    { name: 'What is safe', text: safe, icon: <IconShieldCheck size={18} stroke={1.75} className={styles.safe} /> },
    { name: 'What is missing', text: missing, icon: <IconClock size={18} stroke={1.75} /> },
    { name: 'What you can do', text: canDo, icon: <IconBulb size={18} stroke={1.75} /> },
  ].filter(part => part.text !== undefined);
  return (
    <div className={styles.note} role="alert">
      <div className={styles.box}>
        <div className={styles.head}>
          <IconAlertCircle size={22} stroke={1.75} aria-hidden="true" />
          <div>
            <h2 className={styles.title}>{title ?? told?.title ?? 'This page met a mistake of ours'}</h2>
            <p className={styles.detail}>
              {told?.message ?? 'It isn’t your doing. Load the page again; if it stays, tell us.'}
            </p>
          </div>
        </div>
        {(parts.length > 0 || onRetry || actions) && (
          <div className={styles.body}>
            {parts.map(part => (
              <div key={part.name} className={styles.part}>
                {part.icon}
                <div>
                  <h3 className={styles.name}>{part.name}</h3>
                  <p>{part.text}</p>
                </div>
              </div>
            ))}
            {(onRetry || actions) && (
              <div className={styles.actions}>
                {onRetry && (
                  <ActionButton kind="primary" onClick={onRetry}>
                    Try again now
                  </ActionButton>
                )}
                {actions}
              </div>
            )}
          </div>
        )}
      </div>
      {told?.requestId && (
        <p className={styles.reference}>
          Reference for support: <code>{told.requestId}</code>{' '}
          <CopyLink text={referenceOf(told)}>Copy details</CopyLink>
        </p>
      )}
    </div>
  );
}

function referenceOf(problem: CallProblem): string {
  return `${problem.title} (${problem.status})\n${problem.message}\nReference ${problem.requestId}\n${location.pathname}`;
}
