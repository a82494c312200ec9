import { IconCircleCheckFilled } from '@tabler/icons-react';
import { decimalText } from '#core/reporting/numbers';
import { EXAMPLE } from './exampleAnalysis.ts';
import styles from './ForWhom.module.css';

/** What metafor 3.8-1 gives for the same trials: `rma(measure = "RR", method = "REML", test = "knha")`, to six digits. */
const METAFOR = { estimate: '−0.714532', standardError: '0.180792', tauSquared: '0.313243' };

/** Our numbers, computed now, and whether they are metafor's to the last of six digits. */
export function ComparedWithMetafor() {
  const { pooled, heterogeneity } = EXAMPLE;
  if (!pooled.estimable || !heterogeneity.estimable || heterogeneity.value.tauSquared === null) return null;
  const rows = [
    { name: 'Pooled log risk ratio', ours: decimalText(pooled.value.estimate, 6), theirs: METAFOR.estimate },
    { name: 'Standard error', ours: decimalText(pooled.value.standardError, 6), theirs: METAFOR.standardError },
    { name: 'τ², REML', ours: decimalText(heterogeneity.value.tauSquared, 6), theirs: METAFOR.tauSquared },
  ];
  const isEqual = rows.every(row => row.ours === row.theirs);
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <strong>Compared with metafor</strong>
        {isEqual && (
          <span className={styles.equal}>
            <IconCircleCheckFilled size={16} /> equal
          </span>
        )}
      </div>
      <dl>
        {rows.map(row => (
          <div key={row.name} className={styles.row}>
            <dt>{row.name}</dt>
            <dd className="number">{row.ours}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
