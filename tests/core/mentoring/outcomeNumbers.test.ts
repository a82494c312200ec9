import { describe, expect, it } from 'vitest';
import { lastMonths, protectedCount } from '#core/mentoring/outcomeNumbers';

describe('outcomes in numbers', () => {
  it('a number about one to four people is not shown, one about nobody or five is', () => {
    const shown = [0, 1, 4, 5].map(people => protectedCount({ count: people === 0 ? 0 : 7, people }, 5));
    expect(shown).toEqual([0, null, null, 7]);
  });

  it('the last months end with that of the day, over the turn of the year', () => {
    expect(lastMonths('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
