import { PdfReader } from '../../parts/pdf/PdfReader.tsx';
import { useReportFiles } from '../../parts/pdf/reportFiles.ts';
import styles from './ConflictsPage.module.css';
import type { Conflict } from './conflictQueries.ts';
import { FullTextLinks } from './FullTextLinks.tsx';
import { fullTextLinks } from './recordAddresses.ts';

/** The report that they differ on, with the passages that they kept drawn on its pages; or where it may be found. */
export function FullTextOfConflict({ reviewId, conflict }: { reviewId: string; conflict: Conflict }) {
  const { record, decisions } = conflict;
  const quotes = decisions.flatMap(({ person, quote, page }) =>
    quote !== '' && page !== null ? [{ id: person.personId, page, quote }] : [],
  );
  const links = fullTextLinks(record, null);
  const hasFile = (useReportFiles(reviewId, record.recordId).data?.files.length ?? 0) > 0;
  return (
    <section className={styles.fullText} data-has-file={hasFile || undefined} aria-label="Full text">
      <PdfReader
        reviewId={reviewId}
        reportId={record.recordId}
        quotes={quotes}
        isShared
        whenNone={links.length > 0 && <FullTextLinks links={links} />}
      />
    </section>
  );
}
