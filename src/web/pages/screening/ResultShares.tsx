import { PairAxis } from './PairAxis.tsx';
import styles from './Practice.module.css';
import type { PracticeResult } from './practiceQueries.ts';

/** Sensitivity and specificity, each with its 95 % interval and what it is a share of. */
export function ResultShares({ result }: { result: PracticeResult }) {
  return (
    <dl className={styles.shares}>
      <ShareLine name="Sensitivity" what="eligible kept" share={result.sensitivity} />
      <ShareLine name="Specificity" what="others excluded" share={result.specificity} />
    </dl>
  );
}

function ShareLine({ name, what, share }: { name: string; what: string; share: PracticeResult['sensitivity'] }) {
  return (
    <div className={styles.share}>
      <dt>{name}</dt>
      <dd className={styles.numbers}>
        {share.value === null ? (
          <span className="muted">Not estimable: no such record was asked</span>
        ) : (
          <>
            <strong className="number">{percent(share.value)}</strong>{' '}
            <span className="muted number">
              (95 % CI {percent(share.lower ?? 0, false)} to {percent(share.upper ?? 1, false)}) · {share.hits} of{' '}
              {share.of} {what}
            </span>
          </>
        )}
      </dd>
      <dd className={styles.axis}>
        <PairAxis value={share.value} lower={share.lower} upper={share.upper} />
      </dd>
    </div>
  );
}

function percent(share: number, hasUnit = true): string {
  return `${Math.round(100 * share)}${hasUnit ? ' %' : ''}`;
}
