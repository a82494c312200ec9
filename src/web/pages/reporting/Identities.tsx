import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReplyOf } from '#contract/endpoint';
import type { getFlow } from '#contract/reporting';
import styles from './ReportPage.module.css';

/** The sums that must hold in a flow diagram; a broken one is red and names both sides. */
export function Identities({ checks }: { checks: ReplyOf<typeof getFlow>['checks'] }) {
  const broken = checks.filter(check => !check.holds).length;
  return (
    <section className={styles.identities} aria-label="Identities">
      <h2>{broken === 0 ? 'The numbers agree' : `${broken} of ${checks.length} sums don’t agree`}</h2>
      {checks.map(({ identity, holds, sentence, sum, caption }) => (
        <div key={`${identity} ${caption}`} className={styles.identity} data-broken={!holds || undefined}>
          {holds ? <IconCircleCheck size={16} stroke={1.75} /> : <IconAlertCircle size={16} stroke={1.75} />}
          <p>
            <span className={styles.sum} title={sentence}>
              {sum}
            </span>
            <span className={styles.sumOf}>
              {identity}: {holds ? caption : sentence}
            </span>
          </p>
        </div>
      ))}
    </section>
  );
}
