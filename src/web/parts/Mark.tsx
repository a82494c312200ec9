import type { ReactNode } from 'react';
import styles from './Mark.module.css';

/** Words marked inside a text: a person's own highlights (a line below tells them apart without colour), hits, a changed number. */
export function Mark({ kind, children }: { kind: 'include' | 'exclude' | 'hit' | 'changed'; children: ReactNode }) {
  return (
    <mark className={styles.mark} data-kind={kind}>
      {children}
    </mark>
  );
}
