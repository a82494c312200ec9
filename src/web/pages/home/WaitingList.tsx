import { Section } from '../../parts/Section.tsx';
import styles from './Home.module.css';
import type { Waiting } from './waiting.tsx';

/** What waits: the first as the one tinted card, the others as rows below it. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const [first, ...others] = waiting;
  if (!first) return null;
  return (
    <Section title="Today">
      <div className={styles.first}>
        <div className={styles.firstWords}>
          <p className={styles.over}>Next</p>
          <h2 className={styles.firstTitle}>{first.over}</h2>
          <p className={styles.firstLine}>
            {first.title}
            {first.line && <span className={styles.second}> · {first.line}</span>}
          </p>
        </div>
        <div className={styles.firstAction}>{first.action(true)}</div>
      </div>
      <ul className={styles.rows}>
        {others.map(one => (
          <li key={one.key}>
            <span className={styles.icon}>{one.icon}</span>
            <div className={styles.rowWords}>
              <p className={styles.rowTitle}>{one.title}</p>
              <p className={styles.rowLine}>
                {one.over}
                {one.line && <> · {one.line}</>}
              </p>
            </div>
            <div className={styles.rowAction}>{one.action(false)}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
