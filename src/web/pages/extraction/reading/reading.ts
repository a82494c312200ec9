import { createContext } from 'react';
import type { QuoteChosen } from '../../../parts/pdf/PdfReader.tsx';
import { readNumber } from '../readNumber.ts';
import type { Source } from '../sheet/sheet.ts';

/** Reading a report beside the form: what is selected in it goes to the field that is pressed next. */
export interface Reading {
  /** The passage that was handed over and waits for its field. */
  readonly held: QuoteChosen | null;
  /** The passage that is to become a field's source: the one that waits, or what is selected just now. It is given once. */
  readonly take: () => Source | null;
  /** Goes to where a value was read. */
  readonly show: (place: string, source: Source) => void;
}

export const ReadingContext = createContext<Reading>({ held: null, take: () => null, show: () => {} });

export const fieldPlace = (characteristicId: string, armId: string | null) =>
  `field ${characteristicId} ${armId ?? ''}`;
export const armPlace = (outcomeId: string, armId: string) => `arm ${outcomeId} ${armId}`;
export const studyPlace = (outcomeId: string) => `study ${outcomeId}`;

export function sourceOf({ reportId, page, quote, rects }: QuoteChosen): Source {
  return { recordId: reportId, page, quote, rects: [...rects] };
}

/** The one number that a quote is, to be put where it was pressed; null when it is something else. */
export function numberInQuote(quote: string): string | null {
  const bare = quote
    .trim()
    .replace(/^[([]|[)\];,.%]$/g, '')
    .trim()
    .replace(/(\d)[·‧∙](\d)/g, '$1.$2');
  const read = readNumber(bare);
  return read.isRead && read.value !== null ? bare : null;
}

/** Numbers of one place are often quoted one by one: what stands on the same page of the same report is kept together. */
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
