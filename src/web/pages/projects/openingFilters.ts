import { ROLES, type Role } from '#core/vocabulary';
import type { OpeningDetails } from './openingBody.ts';

/** What the filters of the list say; it lives in the address. */
export interface OpeningFilter {
  readonly roles: readonly Role[];
  /** At most so many hours a week; null asks for any. */
  readonly mostHours: number | null;
  /** Only where no hard rule speaks against, and one may apply. */
  readonly isForMe: boolean;
}

export const HOURS = [4, 8] as const;

export const SORTS = [
  { value: '', label: 'Best fit first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'closing', label: 'Closing soonest' },
] as const;

export function readRoles(text: string): Role[] {
  const words = text.split(',');
  return ROLES.filter(role => words.includes(role));
}

/** An opening that names no hours stays in, whatever one has. */
const suitsHours = (opening: OpeningDetails, most: number | null) =>
  most === null || opening.hoursPerWeek === null || opening.hoursPerWeek <= most;

const suitsMe = (opening: OpeningDetails) => opening.may.apply === null && opening.fit?.excludedBecause == null;

export function matches(opening: OpeningDetails, filter: OpeningFilter): boolean {
  return (
    (filter.roles.length === 0 || filter.roles.includes(opening.role)) &&
    suitsHours(opening, filter.mostHours) &&
    (!filter.isForMe || suitsMe(opening))
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

/** In the order asked for; the server's own order is best fit first, or by the words that were looked for. */
export function sorted(openings: readonly OpeningDetails[], sort: string): readonly OpeningDetails[] {
  switch (sort) {
    case 'newest':
      return openings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    case 'closing':
      // Those without a date come last.
      return openings.toSorted((a, b) => (a.closesOn ?? '9999').localeCompare(b.closesOn ?? '9999'));
    default:
      return openings;
  }
}
