import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import styles from './Credit.module.css';
import type { Claim } from './useCredit.ts';

/** Where a claim stands, in a word and an icon: not claimed, waits for somebody, confirmed by, disputed by. */
export function ClaimStanding({ claim }: { claim: Claim | null }) {
  if (!claim) {
    return (
      <span className={styles.standing}>
        <IconCircleDashed size={16} stroke={1.75} /> not claimed
      </span>
    );
  }
  const by = (verdict: 'confirmed' | 'disputed') =>
    claim.answers
      .filter(answer => answer.verdict === verdict)
      .map(({ name }) => name)
      .join(', ');
  if (claim.state === 'confirmed') {
    return (
      <span className={styles.standing} data-state="confirmed">
        <IconCircleCheck size={16} stroke={1.75} /> {by('confirmed')}
      </span>
    );
  }
  if (claim.state === 'disputed') {
    return (
      <span className={styles.standing} data-state="disputed">
        <IconAlertTriangle size={16} stroke={1.75} /> disputed by {by('disputed')}
      </span>
    );
  }
  const [first, ...others] = claim.waitsFor;
  return (
    <span className={styles.standing}>
      <IconClock size={16} stroke={1.75} />
      {first
        ? `waits for ${first}${others.length > 0 ? ` or ${others.length} more` : ''}`
        : 'nobody else to confirm it'}
    </span>
  );
}
