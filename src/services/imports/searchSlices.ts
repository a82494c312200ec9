import type { PubmedSlice } from '#services/context';

/** Days of creation, and how many records of them are fetched: those that the review has already are left out. */
export interface SearchSlice {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The slices of a search in the order in which they are fetched; none where it is had at once. Each PMID counts once. */
export function slicesOf(parts: readonly PubmedSlice[], known: ReadonlySet<string>): SearchSlice[] {
  const seen = new Set(known);
  return parts.flatMap(({ from, to, pmids }) => {
    if (from === null || to === null) return [];
    const before = seen.size;
    for (const pmid of pmids) seen.add(pmid);
    return [{ from, to, count: seen.size - before }];
  });
}

/** How far each slice is, when so many records are fetched: they come one slice after the other. */
export function slicesDone(slices: readonly SearchSlice[], fetched: number) {
  let left = fetched;
  return slices.map(slice => {
    const done = Math.min(slice.count, Math.max(0, left));
    left -= slice.count;
    return { ...slice, done };
  });
}
