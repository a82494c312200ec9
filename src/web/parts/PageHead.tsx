import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

export interface PageHeadProps {
  readonly title: ReactNode;
  /** One muted line that says where things stand. */
  readonly line?: ReactNode;
  /** Facts with icons below the title, instead of the line. */
  readonly facts?: readonly { readonly icon: ReactNode; readonly text: ReactNode }[];
  /** What authors wrote is in serif: the title of a review, of an opening. */
  readonly isSerif?: boolean;
  readonly badge?: ReactNode;
  /** At most one primary and two secondary buttons. */
  readonly actions?: ReactNode;
}

/** The head of a page; its title is the page's only h1. */
export function PageHead({ title, line, facts, isSerif = false, badge, actions }: PageHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <div className={styles.titleRow}>
          <h1 className={styles.title} data-serif={isSerif || undefined}>
            {title}
          </h1>
          {badge}
        </div>
        {line && <p className={styles.line}>{line}</p>}
        {facts && (
          <ul className={styles.facts}>
            {facts.map((fact, place) => (
              // Facts are a fixed list: their place is their name.
              <li key={String(place)}>
                {fact.icon}
                {fact.text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
