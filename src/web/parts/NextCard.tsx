import type { ReactNode } from 'react';
import styles from './NextCard.module.css';

/** The one next deed for this person, with why and how long. The page's only tinted card, and its primary button. */
export function NextCard({
  title,
  line,
  action,
  over = 'Next for you',
}: {
  title: string;
  line: ReactNode;
  action?: ReactNode;
  over?: string;
}) {
  return (
    <section className={styles.card} aria-label={over}>
      <div className={styles.words}>
        <p className={styles.over}>{over}</p>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.line}>{line}</p>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </section>
  );
}
