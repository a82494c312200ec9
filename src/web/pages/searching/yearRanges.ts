export interface YearRange {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly count: number;
}

const DECADES_SHOWN = 3;

/** Years gathered into the latest decades, and all that is earlier; a range without records is left out. */
export function yearRanges(years: readonly { readonly year: number | null; readonly count: number }[]): YearRange[] {
  const known = years.flatMap(({ year, count }) => (year === null ? [] : [{ year, count }]));
  if (known.length === 0) return [];
  const latest = Math.max(...known.map(one => one.year));
  const last = Math.floor(latest / 10) * 10;
  const inRange = (from: number | null, to: number | null) =>
    known
      .filter(({ year }) => (from === null || year >= from) && (to === null || year <= to))
      .reduce((sum, one) => sum + one.count, 0);
  const decades = Array.from({ length: DECADES_SHOWN }, (_, step) => last - 10 * step).map(from => {
    const to = from === last ? latest : from + 9;
    return { name: from === to ? String(from) : `${from} to ${to}`, from, to, count: inRange(from, to) };
  });
  const before = last - 10 * (DECADES_SHOWN - 1) - 1;
  const earlier = { name: 'earlier', from: null, to: before, count: inRange(null, before) };
  return [...decades, earlier].filter(range => range.count > 0);
}
