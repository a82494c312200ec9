import styles from './WordBars.module.css';

export interface Word {
  readonly term: string;
  readonly weight: number;
}

/** The words that raise a record in the order and those that lower it, on one scale. */
export function WordBars({ words }: { words: { readonly for: readonly Word[]; readonly against: readonly Word[] } }) {
  const most = Math.max(...[...words.for, ...words.against].map(word => Math.abs(word.weight)), 1e-9);
  return (
    <div className={styles.both}>
      <Side name="speaks for it" side="for" words={words.for} most={most} />
      <Side name="speaks against it" side="against" words={words.against} most={most} />
    </div>
  );
}

function Side({ name, side, words, most }: { name: string; side: string; words: readonly Word[]; most: number }) {
  if (words.length === 0) return null;
  return (
    <div>
      <p className={styles.name}>{name}</p>
      <ul className={styles.words}>
        {words.map(word => (
          <li key={word.term} className={styles.word}>
            <span className={styles.term}>{word.term}</span>
            <span className={styles.bar} data-side={side} aria-hidden="true">
              <span style={{ width: `${Math.max(2, (100 * Math.abs(word.weight)) / most)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
