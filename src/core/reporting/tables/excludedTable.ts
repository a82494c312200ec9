import type { TextTable } from '#core/certainty/findingsTable';

export interface ExcludedReport {
  readonly reference: string;
  readonly reason: string;
}

/** Reports that were read and excluded, each with its one primary reason, grouped by reason in the protocol's order. */
export function excludedTable(reports: readonly ExcludedReport[], reasons: readonly string[]): TextTable {
  const place = (reason: string) => (reasons.includes(reason) ? reasons.indexOf(reason) : reasons.length);
  const rows = [...reports].sort(
    (a, b) => place(a.reason) - place(b.reason) || a.reference.localeCompare(b.reference, 'en'),
  );
  return {
    title: 'Reports excluded at full text, with reasons',
    head: ['Report', 'Reason'],
    rows: rows.map(({ reference, reason }) => [reference, reason]),
    below: rows.length === 0 ? ['No report was excluded at full text.'] : [],
  };
}
