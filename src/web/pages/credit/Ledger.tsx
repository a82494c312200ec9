import { since } from '../../words/since.ts';
import styles from './Credit.module.css';
import type { Contributor } from './contributions.ts';

/** What one person did, line by line, and the CRediT roles that it supports, each with its evidence. */
export function Ledger({ person }: { person: Contributor }) {
  return (
    <div className={styles.ledger}>
      <ul className={styles.lines}>
        {person.lines.map(line => (
          <li key={line.label} className={styles.line}>
            <span>{line.label}</span>
            <time dateTime={line.lastAt} className={styles.when}>
              {since(line.lastAt)}
            </time>
          </li>
        ))}
      </ul>
      {person.creditRoles.length > 0 && (
        <dl className={styles.roles}>
          {person.creditRoles.map(({ role, uri, evidence }) => (
            <div key={role} className={styles.role}>
              <dt>
                <a href={uri} target="_blank" rel="noreferrer">
                  {role}
                </a>
              </dt>
              <dd>{evidence}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
