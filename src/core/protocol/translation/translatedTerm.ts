import type { Term } from '#core/protocol/queryTree';

export interface TranslatedTerm {
  readonly text: string;
  readonly warnings: readonly string[];
}

export type TranslateTerm = (term: Term) => TranslatedTerm;

export interface HeadingParts {
  readonly heading: string;
  readonly subheading: string | null;
}

/** `Asthma/drug therapy` in its two parts. */
export function headingParts(text: string): HeadingParts {
  const slash = text.indexOf('/');
  if (slash < 0) return { heading: text, subheading: null };
  return { heading: text.slice(0, slash).trim(), subheading: text.slice(slash + 1).trim() };
}

/** The first and last year of a date or range; null where it is open (PubMed writes 1000 or 3000) or unreadable. */
export function yearsOf(term: Term): { readonly from: number | null; readonly to: number | null } {
  const year = (text: string): number | null => {
    const found = /^\d{4}/.exec(text.trim());
    const number = found ? Number(found[0]) : null;
    return number === null || number < 1500 || number >= 3000 ? null : number;
  };
  if (term.range === null) return { from: year(term.text), to: year(term.text) };
  return { from: year(term.range.from), to: year(term.range.to) };
}
