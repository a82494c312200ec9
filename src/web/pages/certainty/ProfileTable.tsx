import { evidenceProfile } from '#core/certainty/findingsTable';
import styles from './Findings.module.css';
import type { FindingsOf } from './useCertainty.ts';

/** Every reason of every outcome beside its result: the very table that the download holds. */
export function ProfileTable({ findings }: { findings: FindingsOf }) {
  const { head, rows } = evidenceProfile(findings);
  return (
    <section className={styles.scroll} aria-label="Evidence profile">
      <table className={styles.table}>
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
            // The rows' order is theirs: an outcome may stand here twice, with two analyses.
            <tr key={String(place)}>
              {row.map((text, column) => (
                <td key={head[column]} className={styles.lines}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
