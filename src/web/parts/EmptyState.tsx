import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './Drawing.tsx';
import styles from './EmptyState.module.css';

export interface Way {
  readonly icon: ReactNode;
  readonly title: string;
  readonly line: ReactNode;
  /** One button; the first way's is the page's primary. */
  readonly action: ReactNode;
}

/** What this place is for, what comes first, one primary way and at most two others. */
export function EmptyState({
  drawing,
  title,
  children,
  ways = [],
  foot,
  isPage = false,
}: {
  drawing: DrawingName;
  title: string;
  children: ReactNode;
  ways?: readonly Way[];
  foot?: ReactNode;
  /** It is the whole page: its title is the page's. */
  isPage?: boolean;
}) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Drawing name={drawing} />
      <Title className={styles.title}>{title}</Title>
      <p className={styles.words}>{children}</p>
      {ways.length > 0 && (
        <ul className={styles.ways}>
          {ways.map(way => (
            <li key={way.title} className={styles.way}>
              <span className={styles.icon}>{way.icon}</span>
              <div className={styles.wayWords}>
                <h3 className={styles.wayTitle}>{way.title}</h3>
                <p className={styles.wayLine}>{way.line}</p>
              </div>
              <div className={styles.action}>{way.action}</div>
            </li>
          ))}
        </ul>
      )}
      {foot && <p className={styles.foot}>{foot}</p>}
    </div>
  );
}
