import { ANY_OPENING, matchesWish, type OpeningWish } from '#core/projects/matchesWish';
import type { OpeningDetails } from './openingBody.ts';

/** What the filters of the list say; it lives in the address. The words are looked for by the server. */
export type OpeningFilter = OpeningWish;

export const NO_FILTER: OpeningFilter = ANY_OPENING;

export const HOURS = [4, 8] as const;

export const SORTS = [
  { value: '', label: 'Best fit first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'closing', label: 'Closing soonest' },
  { value: 'due', label: 'Due soonest' },
] as const;

/** The words of a closed list that stand in a text of the address. */
export function readWords<Word extends string>(known: readonly Word[], text: string): Word[] {
  const words = text.split(',');
  return known.filter(word => words.includes(word));
}

export function matches(opening: OpeningDetails, filter: OpeningFilter): boolean {
  const { post, may, fit } = opening;
  return matchesWish(
    {
      ...opening,
      pay: post.pay,
      workPlace: post.workPlace,
      mayApply: may.apply === null,
      isExcluded: fit?.excludedBecause != null,
    },
    filter,
  );
}

/** How many openings one would see with a filter changed: the counts beside the boxes. */
export function countWith(
  openings: readonly OpeningDetails[],
  filter: OpeningFilter,
  change: Partial<OpeningFilter>,
): number {
  return openings.filter(opening => matches(opening, { ...filter, ...change })).length;
}

/** Those without a date come last. */
const LAST = '9999';

/** In the order asked for; the server's own order is best fit first, or by the words that were looked for. */
export function sorted(openings: readonly OpeningDetails[], sort: string): readonly OpeningDetails[] {
  switch (sort) {
    case 'newest':
      return openings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    case 'closing':
      return openings.toSorted((a, b) => (a.closesOn ?? LAST).localeCompare(b.closesOn ?? LAST));
    case 'due':
      return openings.toSorted((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST));
    default:
      return openings;
  }
}
