import { In } from 'typeorm';
import type { CohortAllocation } from '#core/matching/allocation/allocateCohort';
import { Offer } from '#entities/Offer';
import type { LoadedCohort } from '#services/cohorts/loadCohort';
import type { Actor, Context } from '#services/context';

export interface Pair {
  readonly personId: string;
  readonly openingId: string;
}

/** An allocation as it travels and is stored: with the reasons of each pair. */
export interface StoredAllocation extends Omit<CohortAllocation, 'placements' | 'blocking'> {
  readonly placements: readonly (CohortAllocation['placements'][number] & { readonly reasons: readonly string[] })[];
  readonly blocking: readonly Pair[];
}

/**
 * Who sees people sees the whole, but a lead no reasons of other leads' openings: that a rule of a post speaks against somebody
 * may tell what they have shown that post alone. Somebody who is placed sees their own place.
 */
export function presentSettlement(
  { cohort, seats }: LoadedCohort,
  actor: Actor,
  seesPeople: boolean,
): StoredAllocation | null {
  if (cohort.settlement === null) return null;
  const stored = cohort.settlement as StoredAllocation; // written by settleCohort alone
  // Settlements of old were stored without these reasons.
  const settlement = { ...stored, unplacedBecause: stored.unplacedBecause ?? [] };
  const own = new Set(seats.filter(seat => seat.leadId === actor.personId).map(seat => seat.opening.openingId));
  if (seesPeople && cohort.createdBy === actor.personId) return settlement;
  if (seesPeople)
    return {
      ...settlement,
      unplacedBecause: settlement.unplacedBecause.filter(
        one => own.has(one.openingId) || one.personId === actor.personId,
      ),
    };
  return {
    ...settlement,
    placements: settlement.placements.filter(one => one.personId === actor.personId),
    unplaced: settlement.unplaced.filter(id => id === actor.personId),
    unplacedBecause: settlement.unplacedBecause.filter(one => one.personId === actor.personId),
    blocking: [],
  };
}

/** Placements of a settlement in openings of this lead for which no offer was made yet. */
export async function offersToMake(ctx: Context, actor: Actor, { cohort, seats }: LoadedCohort) {
  if (cohort.settlement === null) return [];
  const settlement = cohort.settlement as StoredAllocation; // written by settleCohort alone
  const own = new Set(seats.filter(seat => seat.leadId === actor.personId).map(seat => seat.opening.openingId));
  const offers = await ctx.db.findBy(Offer, { openingId: In([...own]) });
  return settlement.placements.filter(
    ({ personId, openingId }) =>
      own.has(openingId) && !offers.some(offer => offer.openingId === openingId && offer.personId === personId),
  );
}
