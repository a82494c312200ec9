/** A part of a search that is small enough to be had at once: days of creation, and where one day is too full, PMIDs. */
export interface Slice {
  /** First and last day, as YYYY/MM/DD; null when the whole search is one slice. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly pmids: { readonly from: number; readonly to: number } | null;
}

export interface FoundSlice extends Slice {
  readonly count: number;
  readonly ids: readonly string[];
}

const DAY = 86_400_000;
const FIRST_DAY = '1800/01/01';
const LAST_PMID = 99_999_999;

/** The string that finds what a slice holds. The create date is single and never changes, so slices don't overlap. */
export function sliceQuery(query: string, { days, pmids }: Slice): string {
  const parts = [`(${query})`];
  if (days) parts.push(`("${days.from}"[CRDT] : "${days.to}"[CRDT])`);
  if (pmids) parts.push(`${pmids.from}:${pmids.to}[UID]`);
  return parts.length === 1 ? query : parts.join(' AND ');
}

/** All days up to one; records may bear tomorrow's date already. */
export function allDays(today: Date, from: string = FIRST_DAY): Slice {
  return { days: { from, to: written(today.getTime() + 2 * DAY) }, pmids: null };
}

/** Where to go on after a finished slice: the next PMID of the same day, or the next day. Null when nothing is left. */
export function afterSlice(slice: Slice, today: Date): readonly Slice[] {
  if (slice.days === null) return [];
  const next = written(read(slice.days.to) + DAY);
  const rest = next <= written(today.getTime() + 2 * DAY) ? [allDays(today, next)] : [];
  if (slice.pmids === null || slice.pmids.to >= LAST_PMID) return rest;
  return [{ days: slice.days, pmids: { from: slice.pmids.to + 1, to: LAST_PMID } }, ...rest];
}

/** The two halves of a slice, the earlier first; null when it can't be cut any more. */
export function halves(slice: Slice): readonly [Slice, Slice] | null {
  const { days, pmids } = slice;
  if (days === null) return null;
  const [first, last] = [read(days.from), read(days.to)];
  if (first < last) {
    const middle = first + Math.floor((last - first) / DAY / 2) * DAY;
    return [
      { days: { from: days.from, to: written(middle) }, pmids: null },
      { days: { from: written(middle + DAY), to: days.to }, pmids: null },
    ];
  }
  const range = pmids ?? { from: 1, to: LAST_PMID };
  if (range.from >= range.to) return null;
  const middle = Math.floor((range.from + range.to) / 2);
  return [
    { days, pmids: { from: range.from, to: middle } },
    { days, pmids: { from: middle + 1, to: range.to } },
  ];
}

function read(day: string): number {
  return Date.parse(`${day.replaceAll('/', '-')}T00:00:00Z`);
}

function written(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
}
