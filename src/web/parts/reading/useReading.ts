import { useMemo, useRef, useState } from 'react';
import type { QuoteChosen } from '../pdf/PdfReader.tsx';
import { toast } from '../toast.ts';
import { useAddress } from '../useAddress.ts';
import { useMedia } from '../useMedia.ts';
import { type ReadableReport, type Reading, sourceOf } from './reading.ts';
import { useReportsWithFile } from './useReportsWithFile.ts';

/** Where the reader stands: which report, whether it is open, and which passage is on its way to a field. */
export function useReading(reviewId: string, reports: readonly ReadableReport[]) {
  const isWide = useMedia('(min-width: 1280px)');
  const withFile = useReportsWithFile(reviewId, reports);
  const [asked, setAsked] = useAddress('pdf');
  const [reportId, setReport] = useAddress('report');
  const [held, setHeld] = useState<QuoteChosen | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const selected = useRef<QuoteChosen | null>(null);
  const known = reports.map(report => report.recordId);
  const first = withFile[0] ?? known[0] ?? null;
  const recordId = known.includes(reportId) ? reportId : first;
  // Beside the form it is open as soon as there is something to read; where there is no room it is asked for.
  const isOpen = recordId !== null && (asked === 'on' || (asked === '' && isWide && withFile.length > 0));

  const reading: Reading = {
    held,
    take: () => {
      const quote = held ?? selected.current;
      if (!quote) return null;
      setHeld(null);
      selected.current = null;
      window.getSelection()?.removeAllRanges();
      toast({ text: `Kept where it was read: p. ${quote.page}.` });
      return sourceOf(quote);
    },
    show: (place, source) => {
      setShown(place);
      if (source.recordId !== null && source.recordId !== recordId) setReport(source.recordId);
      if (!isOpen) setAsked('on');
    },
    canShow: recordId !== null,
  };
  const onSelection = useMemo(
    () => (quote: QuoteChosen | null) => {
      selected.current = quote;
    },
    [],
  );
  const hold = (quote: QuoteChosen) => {
    selected.current = null;
    setHeld(quote);
    if (!isWide) setAsked('off');
  };
  return {
    reading,
    isWide,
    isOpen,
    recordId,
    shown,
    setReport,
    setShown,
    hold,
    onSelection,
    letGo: () => setHeld(null),
    open: () => setAsked('on'),
    close: () => setAsked('off'),
  };
}

export type ReadingDesk = ReturnType<typeof useReading>;
