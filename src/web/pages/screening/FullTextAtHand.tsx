import { useMemo } from 'react';
import { PdfReader } from '../../parts/pdf/PdfReader.tsx';
import { useReportFiles } from '../../parts/pdf/reportFiles.ts';
import type { Highlights } from './highlightKinds.ts';
import { markedParts } from './markedParts.ts';
import { RecordArticle } from './RecordArticle.tsx';
import { RetrievalBox } from './RetrievalBox.tsx';
import type { Source } from './usePassage.ts';
import type { RecordToScreen } from './useQueue.ts';

/** The report that waits for its decision: its PDF, or its record with the ways to find and to bring it. */
export function FullTextAtHand({
  reviewId,
  record,
  highlights,
  source,
  onNote,
}: {
  reviewId: string;
  record: RecordToScreen;
  highlights: Highlights | null;
  source: Source;
  onNote: () => void;
}) {
  const { quote, page } = source.passage;
  const hasFile = (useReportFiles(reviewId, record.recordId).data?.files.length ?? 0) > 0;
  const words = useMemo(() => (highlights ? (text: string) => markedParts(text, highlights) : null), [highlights]);
  const quotes = useMemo(() => (quote !== '' && page !== null ? [{ id: 'reason', page, quote }] : []), [quote, page]);
  return (
    <>
      {hasFile && <h1 className="for-screen-readers">{record.title}</h1>}
      <PdfReader
        reviewId={reviewId}
        reportId={record.recordId}
        words={words}
        quotes={quotes}
        quoteWord="Keep with my decision"
        onQuote={chosen => source.choose({ quote: chosen.quote, page: chosen.page })}
        isShared
        whenNone={
          <RecordArticle record={record} highlights={highlights} isSmall>
            <RetrievalBox record={record} onNote={onNote} />
          </RecordArticle>
        }
      />
    </>
  );
}
