import { Problem } from '#core/problem';
import { passes } from '#core/screening/disagreement';
import { PracticeDecision } from '#entities/PracticeDecision';
import { PracticeRecord } from '#entities/PracticeRecord';
import { whyNotFinishPractice, whyNotOfferEverybody, whyNotOfferTeam, whyNotPractise } from '#policies/practice';
import { maySeePracticeAnswers } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { presentRecord } from '#services/records/presentRecord';
import {
  loadOfferedSets,
  loadResults,
  type OfferedSet,
  presentResult,
  requireOfferedSet,
} from '#services/screening/practiceAttempts';

/** Practice sets that are offered to a person, or that they have begun. */
export async function listPracticeSets(ctx: Context, actor: Actor) {
  const sets = await presentSets(ctx, actor, await loadOfferedSets(ctx, actor));
  return { sets, may: { offerEverybody: whyNotOfferEverybody(actor.isAdministrator) } };
}

export async function readPracticeSet(ctx: Context, actor: Actor, practiceSetId: string) {
  const [shown] = await presentSets(ctx, actor, [await requireOfferedSet(ctx, actor, practiceSetId)]);
  if (!shown) throw new RangeError('readPracticeSet: the set that was found is missing from the answer');
  return shown;
}

async function presentSets(ctx: Context, actor: Actor, offered: readonly OfferedSet[]) {
  const mine = offered.flatMap(({ attempt }) => (attempt?.finishedAt ? [attempt] : []));
  const resultOf = await loadResults(ctx, mine);
  return offered.map(({ set, attempt, records, decided, forReview, roles }) => {
    const { practiceSetId, name, includeWhen, excludeWhen, audience, origin } = set;
    const isFinished = attempt?.finishedAt != null;
    const at = { isFinished, isRetired: set.retiredAt !== null, left: records - decided };
    const retire =
      audience === 'everybody'
        ? whyNotOfferEverybody(actor.isAdministrator)
        : whyNotOfferTeam({ personId: actor.personId, projectId: '', roles });
    return {
      ...{ practiceSetId, name, includeWhen, excludeWhen, audience, origin, records, forReview, decided },
      ...{ isRetired: at.isRetired, startedAt: attempt?.startedAt ?? null, finishedAt: attempt?.finishedAt ?? null },
      isShared: attempt?.isShared ?? false,
      result: maySeePracticeAnswers(at) ? presentResult(resultOf(practiceSetId, actor.personId)) : null,
      may: { decide: whyNotPractise(at), finish: whyNotFinishPractice(at), retire },
    };
  });
}

/** The records of a set in the order that everybody meets them in, with the person's own decisions. */
export async function listPracticeRecords(ctx: Context, actor: Actor, practiceSetId: string) {
  await requireOfferedSet(ctx, actor, practiceSetId);
  const records = (await recordsWithDecisions(ctx, actor, practiceSetId)).map(({ shown }) => shown);
  return { records, total: records.length };
}

/** What came out, for who has finished: the result, and the records on which they differ from what is known. */
export async function readPracticeOutcome(ctx: Context, actor: Actor, practiceSetId: string) {
  const { attempt } = await requireOfferedSet(ctx, actor, practiceSetId);
  if (!attempt || !maySeePracticeAnswers({ isFinished: attempt.finishedAt !== null })) {
    throw new Problem('conflict', 'Finish the practice set first: then the answers are shown.');
  }
  const records = await recordsWithDecisions(ctx, actor, practiceSetId);
  const resultOf = await loadResults(ctx, [attempt]);
  const differing = records.filter(
    ({ shown, answer }) => shown.decision && passes(shown.decision.choice) !== (answer === 'include'),
  );
  return {
    result: presentResult(resultOf(practiceSetId, actor.personId)),
    differing: differing.map(({ shown, answer }) => ({ record: shown, answer })),
  };
}

async function recordsWithDecisions(ctx: Context, actor: Actor, practiceSetId: string) {
  const records = await ctx.db.find(PracticeRecord, { where: { practiceSetId }, order: { position: 'ASC' } });
  const decisions = await ctx.db.findBy(PracticeDecision, { practiceSetId, personId: actor.personId });
  const byRecord = new Map(decisions.map(one => [one.recordId, { ...one, criterionId: null, quote: '', page: null }]));
  return records.map(record => ({
    answer: record.answer,
    shown: {
      ...presentRecord(record, 'The source'),
      position: record.position,
      decision: byRecord.get(record.recordId) ?? null,
      retrieval: null,
    },
  }));
}
