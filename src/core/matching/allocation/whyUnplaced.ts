import type { Cohort } from '#core/matching/allocation/allocateCohort';

/**
 * Why an opening did not become somebody's place: a hard rule speaks against the pair, it was kept apart by hand, the opening
 * has no seat, its seats went to others, its lead has as many people as they take, or a seat stayed free because all of the
 * cohort is better placed so (a rule on teams, or a pair that counts for less than nothing).
 */
export const UNPLACED_REASONS = [
  'ruled-out',
  'kept-apart',
  'no-seat',
  'opening-full',
  'lead-full',
  'left-free',
] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

export interface Unplaced {
  readonly personId: string;
  readonly openingId: string;
  readonly why: UnplacedReason;
}

/**
 * For everybody without a place: what became of each opening on their list, most wanted first. `wishesOf` gives the list of
 * those who ranked nothing too. Whoever could go nowhere at all has no row.
 */
export function whyUnplaced(
  cohort: Cohort,
  wishesOf: (personId: string) => readonly string[],
  placeOf: ReadonlyMap<string, string>,
): readonly Unplaced[] {
  const openings = new Map(cohort.openings.map(opening => [opening.id, opening]));
  const capacityOf = new Map(cohort.leads.map(lead => [lead.id, lead.capacity]));
  const places = [...placeOf.values()];
  const withLead = (leadId: string) => places.filter(id => openings.get(id)?.leadId === leadId).length;
  const isPair = (pairs: readonly (readonly [string, string, ...unknown[]])[], personId: string, other: string) =>
    pairs.some(pair => pair[0] === personId && pair[1] === other);
  const reasonOf = (personId: string, { id, leadId, capacity }: Cohort['openings'][number]): UnplacedReason => {
    if ([id, leadId].some(other => isPair(cohort.conflicts, personId, other))) return 'kept-apart';
    if (!isPair(cohort.scores, personId, id)) return 'ruled-out';
    if (capacity === 0) return 'no-seat';
    if (places.filter(place => place === id).length >= capacity) return 'opening-full';
    return withLead(leadId) >= (capacityOf.get(leadId) ?? 0) ? 'lead-full' : 'left-free';
  };
  return cohort.people
    .filter(person => !placeOf.has(person.id))
    .flatMap(({ id, wishes }) =>
      (wishes.length > 0 ? wishes : wishesOf(id)).flatMap(openingId => {
        const opening = openings.get(openingId);
        return opening ? [{ personId: id, openingId, why: reasonOf(id, opening) }] : [];
      }),
    );
}
