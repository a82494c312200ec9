import type { ReactNode } from 'react';
import styles from './Mark.module.css';

export type MarkKind =
  | 'include'
  | 'exclude'
  | 'population'
  | 'intervention'
  | 'comparator'
  | 'outcome'
  | 'hit'
  | 'changed';

/** Words marked inside a text: a person's own highlights (a line below tells them apart without colour), hits, a changed number. */
export function Mark({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  return (
    <mark className={styles.mark} data-kind={kind}>
      {children}
    </mark>
  );
}
