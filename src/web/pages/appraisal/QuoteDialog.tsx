import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../../parts/Dialog.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { PdfReader, type QuoteChosen } from '../../parts/pdf/PdfReader.tsx';
import type { AppraisedReports } from './appraisedReports.ts';
import styles from './Desk.module.css';

/** The study's reports, to select the words that an answer rests on; what other answers rest on is framed there. */
export function QuoteDialog({
  from,
  onQuote,
  onClose,
}: {
  from: AppraisedReports;
  onQuote: (quote: QuoteChosen) => void;
  onClose: () => void;
}) {
  const [recordId, setRecordId] = useState(from.reports[0]?.recordId ?? '');
  return (
    <Dialog title="Select the words, then use them" place="wide" onClose={onClose}>
      <span className={styles.closeReading}>
        <IconButton label="Close the report" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
      </span>
      {from.reports.length > 1 && (
        <label className={styles.reports}>
          Report{' '}
          <select value={recordId} onChange={event => setRecordId(event.currentTarget.value)}>
            {from.reports.map(report => (
              <option key={report.recordId} value={report.recordId}>
                {report.citation || report.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <PdfReader
        key={recordId}
        reviewId={from.reviewId}
        reportId={recordId}
        quotes={from.quotes}
        quoteWord="Use as quote"
        onQuote={onQuote}
      />
    </Dialog>
  );
}
