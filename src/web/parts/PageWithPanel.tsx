import type { ReactNode } from 'react';
import styles from './PageWithPanel.module.css';

/** A page with a SidePanel at its right: the content takes the rest of the width. */
export function PageWithPanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.content}>{children}</div>
      {panel}
    </div>
  );
}
