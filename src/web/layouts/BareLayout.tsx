import type { ReactNode } from 'react';
import styles from './BareLayout.module.css';
import { Brand } from './Brand.tsx';

/** For visitors: the mark above, one narrow column, a card. Sign in, create an account, set a password. */
export function BareLayout({
  title,
  line,
  children,
  foot,
}: {
  title: string;
  line?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand to="/" />
      </header>
      <main id="content" className={styles.content}>
        <h1 className={styles.title}>{title}</h1>
        {line && <p className={styles.line}>{line}</p>}
        <div className={styles.card}>{children}</div>
        {foot && <p className={styles.foot}>{foot}</p>}
      </main>
    </div>
  );
}
