import { describe, expect, it } from 'vitest';
import { excludedTable } from '#core/reporting/tables/excludedTable';

const REASONS = ['Wrong population', 'No comparison'];
const report = (reference: string, reason: string, passage: { quote: string; page: number | null } | null = null) => ({
  ...{ reference, reason, passage },
});

describe('the table of reports excluded at full text', () => {
  it('groups by reason in the protocol’s order, and reports of one reason by name', () => {
    const table = excludedTable(
      [report('Zhou', 'Wrong population'), report('Abe', 'No comparison'), report('Abe', 'Wrong population')],
      REASONS,
    );
    expect(table.head).toEqual(['Report', 'Reason']);
    expect(table.rows).toEqual([
      ['Abe', 'Wrong population'],
      ['Zhou', 'Wrong population'],
      ['Abe', 'No comparison'],
    ]);
  });

  it('gives the report’s own words with their page where somebody kept them', () => {
    const table = excludedTable(
      [
        report('Abe', 'Wrong population', { quote: 'We randomised\n  forty mice', page: 3 }),
        report('Zhou', 'Wrong population', { quote: 'in dogs', page: null }),
        report('Ng', 'No comparison'),
      ],
      REASONS,
    );
    expect(table.head).toEqual(['Report', 'Reason', 'In the report’s words']);
    expect(table.rows.map(row => row[2])).toEqual(['“We randomised forty mice” (p. 3)', '“in dogs”', '']);
  });

  it('cuts a long passage between words', () => {
    const [row] = excludedTable(
      [report('Abe', 'No comparison', { quote: 'uncontrolled '.repeat(40), page: 1 })],
      REASONS,
    ).rows;
    expect(row?.[2]).toMatch(/^“(uncontrolled )+…” \(p\. 1\)$/);
    expect(row?.[2]?.length).toBeLessThan(320);
  });
});
