import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { IconButton } from '../../../parts/IconButton.tsx';
import { PdfReader } from '../../../parts/pdf/PdfReader.tsx';
import type { Study } from '../extraction.ts';
import { useSheet } from '../sheet/sheet.ts';
import { quotesOfStudy } from './quotesOfStudy.ts';
import styles from './ReportBeside.module.css';
import type { ReadingDesk } from './useReading.ts';

/** The study's report: what is selected in it goes to the field that is pressed next, and what values rest on is framed. */
export function ReportBeside({ reviewId, study, desk }: { reviewId: string; study: Study; desk: ReadingDesk }) {
  const { recordId, shown } = desk;
  const values = useSheet(reviewId, study.studyId).data?.values;
  const quotes = useMemo(
    () => (recordId === null ? [] : quotesOfStudy(study, values ?? [], recordId)),
    [study, values, recordId],
  );
  if (recordId === null) return null;
  return (
    <section aria-label="Report" className={styles.pane}>
      {(desk.isWide || study.reports.length > 1) && (
        <div className={styles.head}>
          {study.reports.length > 1 ? (
            <label className={styles.reports}>
              Report
              <select
                value={recordId}
                onChange={event => {
                  desk.setShown(null);
                  desk.setReport(event.currentTarget.value);
                }}
              >
                {study.reports.map(report => (
                  <option key={report.recordId} value={report.recordId}>
                    {report.citation || report.title}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <p className={styles.title}>{study.reports[0]?.citation || study.reports[0]?.title}</p>
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
        quoteWord="Keep for a field"
        onQuote={desk.hold}
        onSelection={desk.onSelection}
        onQuotePressed={place => goToField(place, desk)}
      />
    </section>
  );
}

function goToField(place: string, { setShown, isWide }: ReadingDesk) {
  setShown(place);
  const slot = isWide ? document.getElementById(`source ${place}`.replaceAll(' ', '_')) : null;
  slot?.scrollIntoView({ block: 'center' });
  slot?.querySelector('button')?.focus({ preventScroll: true });
}
