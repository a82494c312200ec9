import { useNarrow } from '../../parts/useNarrow.ts';
import styles from './ReportTables.module.css';

interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly string[];
}

/** A table of words as it will be printed; where there is no room, each row becomes a card of its heads and cells. */
export function TextTableView({ table }: { table: TextTable }) {
  const isNarrow = useNarrow();
  const { title, head, rows, below } = table;
  return (
    <>
      {rows.length === 0 ? null : isNarrow ? (
        <ul className={styles.cards} aria-label={title}>
          {cardsOf(rows).map((card, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table have no other name than their place.
            <li key={place} className={styles.card}>
              <p className={styles.cardTitle}>{card[0]?.[0]}</p>
              {card.map((row, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <dl key={nth}>
                  {row.slice(1).map((cell, column) =>
                    cell === '' ? null : (
                      <div key={head[column + 1]}>
                        <dt>{head[column + 1]}</dt>
                        <dd>{cell}</dd>
                      </div>
                    ),
                  )}
                </dl>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {head.map(text => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <tr key={place}>
                {row.map((cell, column) => (
                  <td key={head[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {below.map(text => (
        <p key={text} className={styles.below}>
          {text}
        </p>
      ))}
    </>
  );
}

/** A row that begins empty goes on with the one above it, as another baseline risk of an outcome does. */
function cardsOf(rows: TextTable['rows']): TextTable['rows'][] {
  const cards: (readonly string[])[][] = [];
  for (const row of rows) {
    const last = cards.at(-1);
    if (row[0] === '' && last) last.push(row);
    else cards.push([row]);
  }
  return cards;
}
