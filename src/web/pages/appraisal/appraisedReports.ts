import { createContext } from 'react';
import type { QuoteKept } from '../../parts/pdf/PdfReader.tsx';
import type { Appraisal, Draft } from './appraisal.ts';

/** The reports of the study that is appraised, and the quotes that the answers rest on already. */
export interface AppraisedReports {
  readonly reviewId: string;
  readonly reports: Appraisal['reports'];
  readonly quotes: readonly QuoteKept[];
}

export const AppraisedReportsContext = createContext<AppraisedReports | null>(null);

/** What an answer's page says is free ("3, Methods"): a quote stands on the page of its first number. */
export function quotesOf(draft: Draft): QuoteKept[] {
  return Object.entries(draft.answers).flatMap(([id, given]) => {
    const page = Number(/\d+/.exec(given?.page ?? '')?.[0] ?? 0);
    return given && given.quote !== '' && page > 0 ? [{ id, page, quote: given.quote }] : [];
  });
}
