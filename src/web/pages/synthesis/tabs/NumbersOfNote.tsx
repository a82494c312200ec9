import type { NumberOfNote } from '../fourNumbers.ts';
import styles from './NumbersOfNote.module.css';

/** Numbers with one plain sentence each, side by side. */
export function NumbersOfNote({ numbers, isRuled = false }: { numbers: readonly NumberOfNote[]; isRuled?: boolean }) {
  return (
    <dl className={styles.numbers} data-ruled={isRuled || undefined}>
      {numbers.map(number => (
        <div key={number.name}>
          <dt className={styles.name}>{number.name}</dt>
          <dd className={styles.value}>
            {number.value} {number.beside && <span className={styles.beside}>{number.beside}</span>}
          </dd>
          <dd className={styles.sentence}>{number.sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
