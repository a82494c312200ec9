import { Problem } from '#core/problem';
import { type Allotment, allot } from '#core/screening/allotment';
import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { listMembers } from '#services/projects/readProjects';
import { type StageKey, waitingRecords, workOf } from '#services/screening/assignmentBoard';
import { loadSituations, type Situations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

export interface GiveOut {
  readonly personIds: readonly string[];
  readonly count: number | null;
  readonly pairs: 'rotated' | 'kept';
  readonly dueOn: string | null;
  readonly seed: number;
  readonly isPreview: boolean;
}

/** Gives waiting records out, evenly and repeatably from the seed. A preview says the same and changes nothing. */
export async function giveOutRecords(ctx: Context, actor: Actor, key: StageKey, input: GiveOut) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  if (viewer.closedStages.includes(key.stage)) throw new Problem('conflict', 'This stage is closed. Open it first.');
  return perform(ctx, actor, 'assign-records', async tx => {
    // Two leads who give out at once would give the same records twice.
    await tx.db.query("select pg_advisory_xact_lock(hashtext('assign'), hashtext($1))", [key.reviewId]);
    const situations = await loadSituations(tx, viewer, key.stage);
    const waiting = waitingRecords(situations).slice(0, input.count ?? undefined);
    const work = await workOf(tx, key);
    const allotment = allotRecords(situations, waiting, input, work);
    const members = await listMembers(tx, viewer.projectId);
    if (input.isPreview || allotment.length === 0) tx.changedNothing();
    else await store(tx, actor, key, input, allotment);
    const added = (personId: string) => allotment.filter(one => one.personId === personId).length;
    return {
      given: new Set(allotment.map(one => one.recordId)).size,
      perPerson: input.personIds.map(personId => ({
        personId,
        name: members.find(member => member.personId === personId)?.name ?? 'former member',
        added: added(personId),
        total: (work.get(personId)?.given ?? 0) + added(personId),
      })),
      notGiven: countGaps(waiting, allotment),
    };
  });
}

interface Gift {
  readonly recordId: string;
  readonly personId: string;
}

/** Fills up each waiting record to the number that the mode needs; nobody is asked about a record twice. */
function allotRecords(
  situations: Situations,
  waiting: readonly string[],
  input: GiveOut,
  work: Awaited<ReturnType<typeof workOf>>,
): Gift[] {
  const neededFor = (recordId: string) => DECISIONS_NEEDED[situations.get(recordId)?.mode ?? 'double'];
  const gifts: Gift[] = [];
  for (const perRecord of [2, 1] as const) {
    const recordIds = waiting.filter(
      recordId => neededFor(recordId) - heldBy(situations, recordId).length === perRecord,
    );
    if (recordIds.length === 0) continue;
    const allotment: Allotment = allot({
      recordIds,
      screeners: input.personIds.map(personId => ({
        personId,
        capacity: null,
        alreadyGiven: (work.get(personId)?.given ?? 0) + gifts.filter(gift => gift.personId === personId).length,
      })),
      perRecord,
      pairs: input.pairs,
      recused: recordIds.flatMap(recordId =>
        heldBy(situations, recordId).map(personId => [personId, recordId] as const),
      ),
      seed: input.seed,
    });
    for (const { recordId, personIds } of allotment.given) {
      for (const personId of personIds) gifts.push({ recordId, personId });
    }
  }
  return gifts;
}

/** Who was asked about a record, or has decided on it: for them it is not given out again. */
function heldBy(situations: Situations, recordId: string): string[] {
  const situation = situations.get(recordId);
  if (!situation) return [];
  const asked = situation.asked.filter(one => !one.isGone).map(one => one.personId);
  return [...new Set([...asked, ...situation.decisions.map(decision => decision.personId)])];
}

/** Writes the gifts behind what each person has already. A record that was taken back from somebody may come to them again. */
async function store(
  tx: DeedContext,
  actor: Actor,
  key: StageKey,
  input: GiveOut,
  gifts: readonly Gift[],
): Promise<void> {
  const batchId = tx.newId();
  const givenAt = tx.now();
  const next = await nextPositions(tx, key);
  const rows = gifts.map(({ recordId, personId }) => {
    const position = next.get(personId) ?? 0;
    next.set(personId, position + 1);
    return {
      ...key,
      assignmentId: tx.newId(),
      recordId,
      personId,
      batchId,
      position,
      dueOn: input.dueOn,
      givenBy: actor.personId,
      givenAt,
      withdrawnAt: null,
    };
  });
  for (let from = 0; from < rows.length; from += 1000) {
    await tx.db
      .createQueryBuilder()
      .insert()
      .into(ScreeningAssignment)
      .values(rows.slice(from, from + 1000))
      .orUpdate(
        ['batch_id', 'position', 'due_on', 'given_by', 'given_at', 'withdrawn_at'],
        ['review_id', 'stage', 'record_id', 'person_id'],
      )
      .execute();
  }
  tx.witness({
    reviewId: key.reviewId,
    subjectKind: 'batch',
    subjectId: batchId,
    facts: { stage: key.stage, assignments: rows.length, people: input.personIds.length, seed: input.seed },
  });
}

async function nextPositions(tx: DeedContext, key: StageKey): Promise<Map<string, number>> {
  const rows: { person_id: string; next: number }[] = await tx.db.query(
    `select person_id, max(position) + 1 as next from screening_assignments
     where review_id = $1 and stage = $2 group by person_id`,
    [key.reviewId, key.stage],
  );
  return new Map(rows.map(row => [row.person_id, row.next]));
}

function countGaps(waiting: readonly string[], gifts: readonly Gift[]) {
  const given = new Set(gifts.map(gift => gift.recordId));
  const count = waiting.filter(recordId => !given.has(recordId)).length;
  if (count === 0) return [];
  return [{ because: 'Too few of the chosen people may screen them: choose more people.', count }];
}
