import { useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { DecisionButtons } from '../../parts/DecisionButtons.tsx';
import { Mark } from '../../parts/Mark.tsx';
import styles from './Landing.module.css';

/** The screening page in small, with its own buttons: one may press them, and nothing is stored. The record is invented. */
export function ExampleRecord() {
  const [chosen, setChosen] = useState<Choice | null>(null);
  return (
    <article className={`${styles.piece} ${styles.record}`} aria-label="An example of screening">
      <header className={styles.pieceHead}>
        <span className={styles.pieceName}>Title and abstract</span>
        <span className={styles.pieceFact}>37 of 400</span>
        <BlindBadge isShort />
      </header>
      <div className={styles.abstract}>
        <h3>
          BCG vaccination at birth and tuberculosis among schoolchildren: fifteen-year follow-up of a{' '}
          <Mark kind="include">randomised</Mark> trial
        </h3>
        <p className={styles.authors}>Lindqvist A, Moreau P, et al. · 1979</p>
        <p>
          <span className={styles.label}>Methods</span> Newborns in 212 villages were{' '}
          <Mark kind="include">randomly allocated</Mark>, by sealed envelopes, to intradermal BCG or to{' '}
          <Mark kind="include">no vaccination</Mark>. The outcome was tuberculosis confirmed by culture or chest
          radiograph.
        </p>
        <p>
          <span className={styles.label}>Results</span> Of 9,846 children, 8,911 were followed. A nested{' '}
          <Mark kind="exclude">case series</Mark> is described.
        </p>
      </div>
      <footer className={styles.pieceFoot}>
        <DecisionButtons isSmall chosen={chosen} onChoose={choice => setChosen(choice === chosen ? null : choice)} />
      </footer>
    </article>
  );
}
