import { Problem } from '#core/problem';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { timesOfTeam } from '#services/people/timesOfTeam';
import { perform } from '#services/perform';
import { listMembers } from '#services/projects/readProjects';
import { allotRecords, type Gift, type Receiver } from '#services/screening/allotRecords';
import { type StageKey, screensHere, workOf } from '#services/screening/assignmentBoard';
import { type Authorship, authorsAmong } from '#services/screening/authorsAmong';
import { type Choosing, chooseRecords, withoutOpenWork } from '#services/screening/chooseRecords';
import { mostPromisingFirst } from '#services/screening/mostPromisingFirst';
import { whyNotBegin } from '#services/screening/pilotRounds';
import { presentPlan } from '#services/screening/presentPlan';
import { loadSituations, type Situations } from '#services/screening/situations';
import { moveAway, storeGifts } from '#services/screening/storeGifts';
import { standInReview } from '#services/standing';

export interface GiveOut extends Choosing {
  readonly personIds: readonly string[];
  readonly split: 'equal' | 'hours';
  /** At most so many more for a person. */
  readonly limits: readonly { readonly personId: string; readonly most: number }[];
  readonly pairs: 'rotated' | 'kept';
  /** Whether a shared name alone keeps a person from a record, or only an iD or an affiliation with it. */
  readonly recuse: 'name' | 'sure';
  readonly dueOn: string | null;
  readonly isPreview: boolean;
}

/**
 * Gives records out, repeatably from the seed, to people who did not write them. What moves away from a person leaves
 * them only when it has found another. A preview says the same and changes nothing.
 */
export async function giveOutRecords(ctx: Context, actor: Actor, key: StageKey, input: GiveOut) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  if (viewer.closedStages.includes(key.stage)) throw new Problem('conflict', 'This stage is closed. Open it first.');
  return perform(ctx, actor, 'assign-records', async tx => {
    // Two leads who give out at once would give the same records twice.
    await tx.db.query("select pg_advisory_xact_lock(hashtext('assign'), hashtext($1))", [key.reviewId]);
    const gate = await whyNotBegin(tx, key.reviewId, key.stage);
    if (gate) throw new Problem('conflict', gate);
    const before = await loadSituations(tx, viewer, key.stage);
    const situations = withoutOpenWork(before, input.which);
    // How many go to whom is the same in any order: a preview need not wait for the ranking.
    const byRank = async (ids: readonly string[]) => (input.isPreview ? ids : mostPromisingFirst(tx, viewer, key, ids));
    const recordIds = await chooseRecords(tx, viewer, before, situations, input, byRank);
    const receivers = await receiversOf(tx, viewer.projectId, key, input);
    const authors = recordIds.length === 0 ? [] : await authorsAmong(tx, key.reviewId, input.personIds, recordIds);
    const gifts = allot(situations, recordIds, receivers, authors, input);
    if (input.isPreview || gifts.length === 0) tx.changedNothing();
    else {
      const { which } = input;
      if (which.kind === 'of-person') await moveAway(tx, key, which.personId, recordsOf(gifts));
      await storeGifts(tx, actor, key, { ...input, ...factsOf(input) }, gifts);
    }
    const left = recordIds.filter(recordId => !recordsOf(gifts).has(recordId));
    return presentPlan(tx, viewer, key, input, { situations, receivers, gifts, left, authors });
  });
}

function recordsOf(gifts: readonly Gift[]): ReadonlySet<string> {
  return new Set(gifts.map(gift => gift.recordId));
}

function allot(
  situations: Situations,
  recordIds: readonly string[],
  receivers: readonly Receiver[],
  authors: readonly Authorship[],
  input: GiveOut,
): Gift[] {
  const { pairs, seed, split, recuse } = input;
  const recused = authors
    .filter(one => recuse === 'name' || one.sign !== 'name')
    .map(({ personId, recordId }) => [personId, recordId] as const);
  return allotRecords({ situations, recordIds, receivers, recused, pairs, seed, isByHours: split === 'hours' });
}

async function receiversOf(ctx: Context, projectId: string, key: StageKey, input: GiveOut): Promise<Receiver[]> {
  const { which } = input;
  if (which.kind === 'of-person' && input.personIds.includes(which.personId)) {
    const detail = 'These records leave this person: choose somebody else for them.';
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/personIds', detail }]);
  }
  const members = await listMembers(ctx, projectId);
  const unable = members.find(one => input.personIds.includes(one.personId) && !screensHere(one, key.stage));
  if (unable) {
    const detail = `${unable.name} does not screen at this stage. Change that under Team, or choose somebody else.`;
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/personIds', detail }]);
  }
  const work = await workOf(ctx, key);
  const times = await timesOfTeam(ctx, input.personIds);
  return input.personIds.map(personId => {
    const mine = work.get(personId);
    return {
      personId,
      hours: times.get(personId)?.hoursPerWeek ?? null,
      given: mine?.given ?? 0,
      open: (mine?.given ?? 0) - (mine?.done ?? 0),
      most: input.limits.find(one => one.personId === personId)?.most ?? null,
    };
  });
}

/** What the audit trail keeps, so that the very same split can be worked out again. */
function factsOf({ which, split, pairs, order, recuse, limits }: GiveOut) {
  return { facts: { which: which.kind, split, pairs, order, recuse, limits: limits.length } };
}
