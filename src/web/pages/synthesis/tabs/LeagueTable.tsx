import { normalQuantile } from '#core/numeric/distributions';
import type { NetworkAnalysis } from '#core/synthesis/network/analyseNetwork';
import { usePhone } from '../../../parts/usePhone.ts';
import styles from './NetworkTab.module.css';

/** Treatments on the diagonal from best to worst; below them the network, above them direct evidence alone. */
export function LeagueTable({
  network,
  write,
  level,
}: {
  network: NetworkAnalysis;
  write: (value: number) => string;
  level: number;
}) {
  const isPhone = usePhone();
  const { treatments, league, pScores, splits } = network;
  const order = treatments.map((_, place) => place).sort((a, b) => (pScores[b] ?? 0) - (pScores[a] ?? 0));
  const nameOf = (place: number) => treatments[place] ?? '';
  const z = normalQuantile(0.5 + level / 200);
  /** Column against row. */
  const networkCell = (row: number, column: number) => ({
    estimate: league.estimate[column]?.[row] ?? Number.NaN,
    lower: league.lower[column]?.[row] ?? Number.NaN,
    upper: league.upper[column]?.[row] ?? Number.NaN,
  });
  /** Row against column, where a study compared them. */
  const directCell = (row: number, column: number) => {
    const split = splits.find(({ t1, t2 }) => [t1, t2].includes(nameOf(row)) && [t1, t2].includes(nameOf(column)));
    if (!split) return null;
    const estimate = split.t1 === nameOf(row) ? split.direct : -split.direct;
    return { estimate, lower: estimate - z * split.directError, upper: estimate + z * split.directError };
  };
  const cell = (value: { estimate: number; lower: number; upper: number }) => (
    <>
      <b>{write(value.estimate)}</b>
      <span className={styles.range}>{`${write(value.lower)} to ${write(value.upper)}`}</span>
    </>
  );
  if (isPhone) {
    return (
      <ul>
        {order.flatMap((row, i) =>
          order.slice(0, i).map(column => {
            const value = networkCell(row, column);
            return (
              <li key={`${row} ${column}`} style={{ padding: '8px 0' }}>
                {nameOf(column)} against {nameOf(row)}: {cell(value)}
              </li>
            );
          }),
        )}
      </ul>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.league}>
        <tbody>
          {order.map((row, i) => (
            <tr key={nameOf(row)}>
              {order.map((column, j) => {
                if (i === j) {
                  return (
                    <th key={nameOf(column)} scope="row">
                      {nameOf(row)}
                    </th>
                  );
                }
                if (j < i) {
                  const value = networkCell(row, column);
                  const isClear = value.lower > 0 || value.upper < 0;
                  return (
                    <td key={nameOf(column)} data-clear={isClear || undefined}>
                      {cell(value)}
                    </td>
                  );
                }
                const direct = directCell(row, column);
                return <td key={nameOf(column)}>{direct ? cell(direct) : '–'}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
