import type { TextTable } from '#core/certainty/findingsTable';

export interface ExcludedReport {
  readonly reference: string;
  readonly reason: string;
  /** The passage of the report that who excluded it kept with the decision, if they kept one. */
  readonly passage: { readonly quote: string; readonly page: number | null } | null;
}

const LONGEST_QUOTE = 300;

/**
 * Reports that were read and excluded, each with its one primary reason, grouped by reason in the protocol's order, and
 * with the passage that says so where one was kept.
 */
export function excludedTable(reports: readonly ExcludedReport[], reasons: readonly string[]): TextTable {
  const place = (reason: string) => (reasons.includes(reason) ? reasons.indexOf(reason) : reasons.length);
  const rows = [...reports].sort(
    (a, b) => place(a.reason) - place(b.reason) || a.reference.localeCompare(b.reference, 'en'),
  );
  const hasPassages = rows.some(({ passage }) => passage !== null);
  return {
    title: 'Reports excluded at full text, with reasons',
    head: ['Report', 'Reason', ...(hasPassages ? ['In the report’s words'] : [])],
    rows: rows.map(({ reference, reason, passage }) => [
      reference,
      reason,
      ...(hasPassages ? [passage ? quoted(passage) : ''] : []),
    ]),
    below: rows.length === 0 ? ['No report was excluded at full text.'] : [],
  };
}

/** “We randomised mice” (p. 3) */
function quoted({ quote, page }: { readonly quote: string; readonly page: number | null }): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  const cut = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …` : words;
  return `“${cut}”${page === null ? '' : ` (p. ${page})`}`;
}
