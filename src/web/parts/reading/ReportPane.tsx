import { IconX } from '@tabler/icons-react';
import { IconButton } from '../IconButton.tsx';
import { PdfReader, type QuoteKept } from '../pdf/PdfReader.tsx';
import styles from './ReportPane.module.css';
import type { ReadableReport } from './reading.ts';
import type { ReadingDesk } from './useReading.ts';

export interface ReportPaneProps {
  readonly reviewId: string;
  readonly reports: readonly ReadableReport[];
  readonly desk: ReadingDesk;
  /** What the button at a selection says. */
  readonly quoteWord: string;
  /** What rests on the report that is shown, each under its place. */
  readonly quotes: readonly QuoteKept[];
  /** A quote on the page was pressed. */
  readonly onPressed: (place: string) => void;
}

/** The report: what is selected in it goes to the place that is pressed next, and what rests on it already is framed. */
export function ReportPane({ reviewId, reports, desk, quoteWord, quotes, onPressed }: ReportPaneProps) {
  const { recordId, shown } = desk;
  if (recordId === null) return null;
  return (
    <section aria-label="Report" className={styles.pane}>
      {(desk.isWide || reports.length > 1) && (
        <div className={styles.head}>
          {reports.length > 1 ? (
            <label className={styles.reports}>
              Report
              <select
                value={recordId}
                onChange={event => {
                  desk.setShown(null);
                  desk.setReport(event.currentTarget.value);
                }}
              >
                {reports.map(report => (
                  <option key={report.recordId} value={report.recordId}>
                    {report.citation || report.title}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <p className={styles.title}>{reports[0]?.citation || reports[0]?.title}</p>
          )}
          {desk.isWide && (
            <IconButton label="Close the report" icon={<IconX size={18} stroke={1.75} />} onClick={desk.close} />
          )}
        </div>
      )}
      <PdfReader
        key={recordId}
        reviewId={reviewId}
        reportId={recordId}
        quotes={quotes}
        shownQuote={shown}
        quoteWord={quoteWord}
        onQuote={desk.hold}
        onSelection={desk.onSelection}
        onQuotePressed={place => {
          desk.setShown(place);
          onPressed(place);
        }}
      />
    </section>
  );
}
