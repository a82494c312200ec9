import type { ReactNode } from 'react';
import styles from './LinkButton.module.css';

/** A deed that reads like a link: "Undo import" at the end of a row, "Stop" beside a job. */
export function LinkButton({ children, onClick, label }: { children: ReactNode; onClick: () => void; label?: string }) {
  return (
    <button type="button" className={styles.link} onClick={onClick} aria-label={label}>
      {children}
    </button>
  );
}
