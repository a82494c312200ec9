import { allocateCohort } from '#core/matching/allocation/allocateCohort';
import { allocateRuledCohort } from '#core/matching/allocation/allocateRuledCohort';
import type { TeamRule } from '#core/matching/allocation/teamRules';
import { ALLOCATION_METHODS, type AllocationMethod } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { Cohort } from '#entities/Cohort';
import { whyNotSettle } from '#policies/cohorts';
import { insist } from '#policies/refusal';
import { cohortToPlace, type LoadedCohort, loadCohort } from '#services/cohorts/loadCohort';
import { offersToMake, type Pair, type StoredAllocation } from '#services/cohorts/settlement';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { makeOffer } from '#services/openings/offers';
import { perform } from '#services/perform';

export interface WantedAllocation {
  readonly method: AllocationMethod;
  readonly locks: readonly Pair[];
  readonly conflicts: readonly Pair[];
  readonly rules: readonly TeamRule[];
}

/** More pairs than this take over a second. */
const MOST_PAIRS = 40_000;

async function place(ctx: Context, loaded: LoadedCohort, wanted: WantedAllocation) {
  if (loaded.seats.length === 0) throw new Problem('conflict', 'No opening is in this cohort yet.');
  if (loaded.wishes.length === 0) throw new Problem('conflict', 'Nobody has joined this cohort yet.');
  if (loaded.seats.length * loaded.wishes.length > MOST_PAIRS)
    throw new Problem('too-many', 'This cohort is too large for one page. Use “pooled allocate” at the command line.');
  const people = new Set(loaded.wishes.map(list => list.personId));
  const openings = new Set(loaded.seats.map(seat => seat.opening.openingId));
  for (const { personId, openingId } of [...wanted.locks, ...wanted.conflicts])
    if (!people.has(personId) || !openings.has(openingId))
      throw new Problem('invalid', 'A lock or conflict names somebody or something that is not in this cohort.');
  if (new Set(wanted.locks.map(lock => lock.personId)).size < wanted.locks.length)
    throw new Problem('invalid', 'Somebody is locked to two openings.');
  for (const seat of loaded.seats) {
    const locked = wanted.locks.filter(lock => lock.openingId === seat.opening.openingId).length;
    if (locked > seat.seatsLeft)
      throw new Problem('invalid', `More people are locked to “${seat.opening.title}” than it has seats.`);
  }
  const projects = new Set(loaded.seats.map(seat => seat.project.projectId));
  for (const rule of wanted.rules) {
    const isKnown = rule.kind === 'skill' ? projects.has(rule.projectId) : rule.personIds.every(id => people.has(id));
    if (!isKnown) throw new Problem('invalid', 'A rule names somebody or a project that is not in this cohort.');
    if (rule.kind === 'apart' && rule.personIds[0] === rule.personIds[1])
      throw new Problem('invalid', 'A rule keeps somebody apart from themselves: name two people.');
  }
  const pairs = (list: readonly Pair[]) => list.map(({ personId, openingId }) => [personId, openingId] as const);
  const { cohort, reasons } = await cohortToPlace(ctx, loaded, {
    locks: pairs(wanted.locks),
    conflicts: pairs(wanted.conflicts),
    rules: wanted.rules,
  });
  return async (method: AllocationMethod): Promise<StoredAllocation> => {
    // The proof is asked of the method that is looked at; rules on teams are heeded by each.
    const isPlain = method !== wanted.method && wanted.rules.length === 0;
    const answer = isPlain
      ? allocateCohort(cohort, method)
      : await allocateRuledCohort(cohort, method, ctx.think.solve);
    return {
      ...answer,
      placements: answer.placements.map(one => ({
        ...one,
        reasons: reasons.get(`${one.personId} ${one.openingId}`) ?? [],
      })),
      blocking: answer.blocking.map(([personId, openingId]) => ({ personId, openingId })),
    };
  };
}

/** What would come of it, by one method and in numbers by all. Nothing is stored. */
export async function tryAllocation(ctx: Context, actor: Actor, cohortId: string, wanted: WantedAllocation) {
  const loaded = await loadCohort(ctx, cohortId);
  const { state, createdBy } = loaded.cohort;
  insist(whyNotSettle({ state, isCoordinator: createdBy === actor.personId }));
  const allocate = await place(ctx, loaded, wanted);
  const all: StoredAllocation[] = [];
  for (const method of ALLOCATION_METHODS) all.push(await allocate(method));
  const allocation = all.find(one => one.method === wanted.method);
  if (!allocation) throw new RangeError(`tryAllocation: there is no method ${wanted.method}`);
  return {
    allocation,
    compared: all.map(one => ({
      ...{ method: one.method, placed: one.placements.length, total: one.total, minimum: one.minimum },
      firstWishes: one.placements.filter(placement => placement.wish === 1).length,
      blocking: one.blocking.length,
      because: one.because,
    })),
  };
}

/** Settles a cohort: the lists are closed and the result is stored, with what it was made from. It commits nobody. */
export async function settleCohort(
  ctx: Context,
  actor: Actor,
  cohortId: string,
  wanted: WantedAllocation,
): Promise<void> {
  const loaded = await loadCohort(ctx, cohortId);
  const { state, createdBy } = loaded.cohort;
  insist(whyNotSettle({ state, isCoordinator: createdBy === actor.personId }));
  await perform(ctx, actor, 'settle-cohort', async tx => {
    const locked = await tx.db.findOne(Cohort, { where: { cohortId }, lock: { mode: 'pessimistic_write' } });
    if (locked?.state === 'settled') return tx.changedNothing();
    // Loaded again under the lock: a list may have come in between.
    const allocate = await place(tx, await loadCohort(tx, cohortId), wanted);
    const allocation = await allocate(wanted.method);
    if (allocation.because !== null) throw new Problem('conflict', `It can’t be settled so: ${allocation.because}.`);
    const settlement = { ...allocation, locks: wanted.locks, conflicts: wanted.conflicts, rules: wanted.rules };
    await tx.db.update(Cohort, { cohortId }, { state: 'settled', settlement, settledAt: tx.now() });
    const facts = { method: wanted.method, placed: allocation.placements.length };
    tx.witness({ subjectKind: 'cohort', subjectId: cohortId, facts });
    // Where each is placed stands on the cohort's page, for each as they may see it.
    const sides = [...loaded.wishes.map(list => list.personId), ...loaded.seats.map(seat => seat.leadId)];
    await notify(
      tx,
      sides.filter(personId => personId !== actor.personId),
      {
        ...{ kind: 'cohort-settled', about: cohortId, link: `/cohorts/${cohortId}` },
        title: `The places are settled: ${loaded.cohort.name}`,
      },
    );
  });
}

/** Makes the offers of a settlement for the openings of this lead; one that can't be made is told and stops no other. */
export async function offerCohortSeats(
  ctx: Context,
  actor: Actor,
  cohortId: string,
): Promise<{ made: number; problems: readonly string[] }> {
  const loaded = await loadCohort(ctx, cohortId);
  const waiting = await offersToMake(ctx, actor, loaded);
  let made = 0;
  const problems: string[] = [];
  for (const { personId, openingId } of waiting) {
    try {
      await makeOffer(ctx, actor, {
        openingId,
        personId,
        note: `From the cohort “${loaded.cohort.name}”.`,
        answerBy: null,
      });
      made++;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
    }
  }
  return { made, problems };
}
