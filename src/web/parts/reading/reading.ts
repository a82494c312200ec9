import { createContext } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { getStudySheet } from '#contract/sheets';
import type { QuoteChosen } from '../pdf/PdfReader.tsx';

/** Where something was read: report, page, words, and where they stand on the page. */
export type Source = NonNullable<ReplyOf<typeof getStudySheet>['values'][number]['source']>;

/** A report as the list above it names it. */
export interface ReadableReport {
  readonly recordId: string;
  readonly title: string;
  readonly citation: string;
}

/** Reading a report beside what is filled in: what is selected in it goes to the place that is pressed next. */
export interface Reading {
  /** The passage that was handed over and waits for its place. */
  readonly held: QuoteChosen | null;
  /** The passage that is to become a source: the one that waits, or what is selected just now. It is given once. */
  readonly take: () => Source | null;
  /** Goes to where something was read. */
  readonly show: (place: string, source: Source) => void;
  /** Whether there is a report to go to. */
  readonly canShow: boolean;
}

export const ReadingContext = createContext<Reading>({
  held: null,
  take: () => null,
  show: () => {},
  canShow: false,
});

export function sourceOf({ reportId, page, quote, rects }: QuoteChosen): Source {
  return { recordId: reportId, page, quote, rects: [...rects] };
}

/** What belongs together is often quoted piece by piece: what stands on the same page of the same report is kept together. */
export function joinedSource(before: Source | null, next: Source): Source {
  if (!before || before.recordId !== next.recordId || before.page !== next.page || before.rects.length === 0)
    return next;
  if (before.quote === next.quote) return next;
  return {
    ...next,
    quote: `${before.quote} … ${next.quote}`.slice(0, 5000),
    rects: [...before.rects, ...next.rects].slice(0, 200),
  };
}
