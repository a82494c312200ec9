import type { NumberOfNote } from '../fourNumbers.ts';
import styles from './OwnModel.module.css';

/** Numbers one below another beside a figure, each with one plain sentence. */
export function NumberList({ numbers }: { numbers: readonly NumberOfNote[] }) {
  return (
    <dl className={styles.list}>
      {numbers.map(({ name, value, beside, sentence }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.value}>
            {value} {beside && <span>{beside}</span>}
          </dd>
          <dd className={styles.sentence}>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
