import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { FullTextLinks } from './FullTextLinks.tsx';
import { RetrievalBadge } from './RetrievalBadge.tsx';
import styles from './RetrievalBox.module.css';
import { fullTextLinks } from './recordAddresses.ts';
import type { RecordToScreen } from './useQueue.ts';

/** Where a report's full text is: the team's note on it, the ways to find it, and the way to note what was found. */
export function RetrievalBox({ record, onNote }: { record: RecordToScreen; onNote: () => void }) {
  const links = fullTextLinks(record, record.retrieval?.url ?? null);
  return (
    <section className={styles.box} aria-label="Full text">
      <div className={styles.line}>
        <RetrievalBadge retrieval={record.retrieval} />
        <LinkButton onClick={onNote}>Note where it is, or that it can’t be had</LinkButton>
      </div>
      {links.length > 0 ? (
        <FullTextLinks links={links} />
      ) : (
        <div className={styles.line}>
          <span className="muted">No address is known: neither PubMed Central, DOI nor PMID.</span>
          <ActionButton size="small" onClick={onNote}>
            Note the address
          </ActionButton>
        </div>
      )}
    </section>
  );
}
