import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReplyOf } from '#contract/endpoint';
import type { getFlow } from '#contract/reporting';
import styles from './ReportPage.module.css';

/** The sums that must hold in a flow diagram, each in a sentence; a broken one is red and names both sides. */
export function Identities({ checks }: { checks: ReplyOf<typeof getFlow>['checks'] }) {
  const broken = checks.filter(check => !check.holds).length;
  return (
    <section className={styles.identities} aria-label="Identities">
      <h2>{broken === 0 ? 'The numbers agree' : `${broken} of ${checks.length} sums don’t agree`}</h2>
      {checks.map(({ identity, holds, sentence }) => (
        <p key={identity} className={styles.identity} data-broken={!holds || undefined}>
          {holds ? <IconCircleCheck size={16} stroke={1.75} /> : <IconAlertCircle size={16} stroke={1.75} />}
          <span>{sentence}</span>
        </p>
      ))}
    </section>
  );
}
