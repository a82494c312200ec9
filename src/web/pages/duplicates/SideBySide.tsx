import { compareRecords, type ShownWord } from '#core/duplicates/compareRecords';
import { comparable, FIELD_NAMES } from './comparable.ts';
import styles from './Duplicates.module.css';
import type { Pair } from './useDuplicates.ts';

/** Two records field by field; a word that the other side lacks is marked, underlined and not by colour alone. */
export function SideBySide({ pair }: { pair: Pair }) {
  const { fields } = compareRecords(comparable(pair.a), comparable(pair.b));
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>The two records field by field</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">
            <span className={styles.side}>A</span> {pair.a.sourceName}
          </th>
          <th scope="col">
            <span className={styles.side}>B</span> {pair.b.sourceName}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields
          .filter(({ a, b }) => a.length + b.length > 0)
          .map(({ field, reason, a, b }) => (
            <tr key={field} data-differs={reason?.speaks === 'against' || undefined}>
              <th scope="row">
                {FIELD_NAMES[field]}
                {reason?.speaks === 'against' && <span className={styles.differs}>differs</span>}
              </th>
              <td data-side="A" data-field={field}>
                <Words words={a} />
              </td>
              <td data-side="B" data-field={field}>
                <Words words={b} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Words({ words }: { words: readonly ShownWord[] }) {
  if (words.length === 0) return <span className={styles.absent}>not given</span>;
  let place = 0;
  return words.map(({ text, differs }) => {
    const key = `${place++} ${text}`;
    return differs ? (
      <span key={key}>
        <mark className={styles.mark}>{text}</mark>{' '}
      </span>
    ) : (
      <span key={key}>{text} </span>
    );
  });
}
