import { type Allotment, allot } from '#core/screening/allotment';
import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import { shareByHours } from '#core/screening/hourShares';
import type { Situations } from '#services/screening/situations';

/** A person to whom records may go. */
export interface Receiver {
  readonly personId: string;
  readonly hours: number | null;
  /** All that they were given at this stage, and what of it is undecided. */
  readonly given: number;
  readonly open: number;
  /** At most so many more. */
  readonly most: number | null;
}

export interface AllotPlan {
  readonly situations: Situations;
  readonly recordIds: readonly string[];
  readonly receivers: readonly Receiver[];
  readonly isByHours: boolean;
  readonly pairs: 'rotated' | 'kept';
  /** Who must not judge what, such as its authors. */
  readonly recused: readonly (readonly [personId: string, recordId: string])[];
  readonly seed: number;
}

export interface Gift {
  readonly recordId: string;
  readonly personId: string;
}

/**
 * Fills up each record to the number of people that it needs; nobody is asked about a record twice. By hours, everybody's
 * share is worked out first; what can't be given within the shares goes to whoever may have it. A person's own limit
 * is never passed.
 */
export function allotRecords(plan: AllotPlan): Gift[] {
  const gifts: Gift[] = [];
  const missing = new Map(plan.recordIds.map(recordId => [recordId, missingFor(plan.situations, recordId)]));
  const shares = plan.isByHours ? sharesOf(plan, missing) : null;
  for (const isWithinShares of shares ? [true, false] : [false]) {
    for (const perRecord of [2, 1] as const) {
      const done = new Set(gifts.map(gift => gift.recordId));
      const recordIds = plan.recordIds.filter(id => missing.get(id) === perRecord && !done.has(id));
      if (recordIds.length === 0) continue;
      const given = dealOut(plan, recordIds, perRecord, gifts, isWithinShares ? shares : null);
      for (const { recordId, personIds } of given) {
        for (const personId of personIds) gifts.push({ recordId, personId });
      }
    }
  }
  return gifts;
}

function dealOut(
  plan: AllotPlan,
  recordIds: readonly string[],
  perRecord: 1 | 2,
  soFar: readonly Gift[],
  shares: ReadonlyMap<string, number> | null,
): Allotment['given'] {
  const got = new Map<string, number>();
  for (const { personId } of soFar) got.set(personId, (got.get(personId) ?? 0) + 1);
  const screeners = plan.receivers.map(({ personId, given, most }) => {
    const limits = [most, shares?.get(personId)].filter(limit => limit !== null && limit !== undefined);
    return {
      personId,
      alreadyGiven: given + (got.get(personId) ?? 0),
      capacity: limits.length === 0 ? null : given + Math.min(...limits),
    };
  });
  const held = recordIds.flatMap(recordId =>
    heldBy(plan.situations, recordId).map(personId => [personId, recordId] as const),
  );
  const wanted = new Set(recordIds);
  const recused = [...held, ...plan.recused.filter(([, recordId]) => wanted.has(recordId))];
  return allot({ recordIds, screeners, perRecord, pairs: plan.pairs, recused, seed: plan.seed }).given;
}

function sharesOf(plan: AllotPlan, missing: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const total = [...missing.values()].reduce((sum, one) => sum + one, 0);
  const shares = shareByHours(plan.receivers, total, plan.recordIds.length);
  return new Map(plan.receivers.map(({ personId }, place) => [personId, shares[place] ?? 0]));
}

/** How many more people must be asked about a record. */
export function missingFor(situations: Situations, recordId: string): number {
  const needed = DECISIONS_NEEDED[situations.get(recordId)?.mode ?? 'double'];
  return Math.max(0, needed - heldBy(situations, recordId).length);
}

/** Who was asked about a record, or has decided on it: for them it is not given out again. */
export function heldBy(situations: Situations, recordId: string): string[] {
  const situation = situations.get(recordId);
  if (!situation) return [];
  const asked = situation.asked.filter(one => !one.isGone).map(one => one.personId);
  return [...new Set([...asked, ...situation.decisions.map(decision => decision.personId)])];
}
