/** A count of something, and of the people that it is about. */
export interface Counted {
  readonly count: number;
  readonly people: number;
}

/**
 * A count as it may be shown: null where it is about at least one person but fewer than `least`, so that nobody is told apart
 * in it. A count about nobody is 0 and says so.
 *
 * Takes: the count, how many people are behind it, and the least number of people.
 */
export function protectedCount({ count, people }: Counted, least: number): number | null {
  return people > 0 && people < least ? null : count;
}

/** The last months up to and with that of a day (`2026-11-30`), oldest first, as `2026-11`. */
export function lastMonths(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, nth) => {
    const months = year * 12 + (month - 1) - (count - 1 - nth);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}
