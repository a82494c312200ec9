import { CopyLink } from '../../parts/CopyLink.tsx';
import { Note } from '../../parts/Note.tsx';
import { counted } from '../../words/counted.ts';
import type { AuditReply } from './auditEvent.ts';
import styles from './ReportPage.module.css';

/** Whether any sealed event was changed, moved or taken out, and the fingerprint by which others can tell. */
export function ChainNote({ chain }: { chain: AuditReply['chain'] }) {
  if (!chain.holds) {
    return (
      <div className={styles.chain}>
        <Note kind="error" claim="The chain does not hold.">
          {chain.because} Something was changed behind the program. Compare with an earlier export before you rely on
          the log.
        </Note>
      </div>
    );
  }
  if (chain.length === 0) {
    return (
      <div className={styles.chain}>
        <Note kind="info" claim="Nothing is sealed yet.">
          Events are sealed into the chain a few moments after they happen.
        </Note>
      </div>
    );
  }
  return (
    <div className={styles.chain}>
      <Note
        kind="done"
        claim={`The chain of ${counted(chain.length, 'event')} holds.`}
        action={<CopyLink text={chain.fingerprint}>Copy the fingerprint</CopyLink>}
      >
        None was changed, moved or taken out since it was sealed. Fingerprint <code>{chain.fingerprint}</code>
      </Note>
    </div>
  );
}
