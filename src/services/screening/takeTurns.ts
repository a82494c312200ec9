import type { RankingAnswer } from '#core/screening/rankingDesk';
import type { Ranking } from '#entities/Ranking';
import { RankingTurn, type StoredReason } from '#entities/RankingTurn';
import type { Review } from '#entities/Review';
import type { Context } from '#services/context';
import { type Lessons, loadLessons } from '#services/screening/lessons';
import { type RankingBasis, rankingBasis } from '#services/screening/rankingTexts';
import { rulesOf } from '#services/standing';

/** As many as a screener meets before the next turn, and some; of the first, reasons are kept. */
const MOST = 200;
const EXPLAINED = 60;
/** A turn waits for so many decisions, or until the last is so old. */
const LESSONS_A_TURN = 5;
const OLDEST_MS = 20_000;
/** With fewer left of the last turn the next one comes at once. */
const LEAST_READY = 100;

/**
 * Gives each person who has open records a new order where they have something new to learn from. What it learned and
 * what came first is kept, so that the order can be computed again. It writes no audit event: it is nobody's deed, and
 * follows from decisions that are events.
 */
export async function takeTurns(
  ctx: Context,
  review: Review,
  ranking: Ranking,
): Promise<{ taken: number; isAllDone: boolean }> {
  const { reviewId, stage } = ranking;
  const viewer = {
    ...{ personId: ranking.changedBy, projectId: review.projectId, roles: [], reviewId },
    ...{ rules: rulesOf(review), closedStages: review.closedStages },
  };
  const basis = await rankingBasis(ctx, reviewId);
  const lessonsOf = await loadLessons(ctx, viewer, stage, ranking.learnsFrom);
  let taken = 0;
  let isAllDone = true;
  for (const { person_id: personId, open } of await openWork(ctx, ranking)) {
    const turns = await ctx.db.find(RankingTurn, {
      where: { reviewId, stage, personId },
      order: { number: 'ASC' },
      // Reasons are the largest part and of no use here.
      select: {
        ...{ turnId: true, number: true, beginsAnew: true, seed: true, basis: true, learnedIds: true },
        ...{ learnedLabels: true, openCount: true, recordIds: true, rankedAt: true, rankingSetAt: true },
      },
    });
    const state = dueState(ctx, ranking, basis, turns, lessonsOf(personId), open);
    if (state === 'later') isAllDone = false;
    if (typeof state === 'string') continue;
    await takeTurn(ctx, ranking, basis, personId, turns.at(-1) ?? null, state, open);
    taken++;
  }
  return { taken, isAllDone };
}

interface Due {
  readonly beginsAnew: boolean;
  readonly changes: readonly (readonly [recordId: string, label: number])[];
  readonly lessons: Lessons;
}

function dueState(
  ctx: Context,
  ranking: Ranking,
  { basis }: RankingBasis,
  turns: readonly RankingTurn[],
  wanted: Lessons,
  open: readonly string[],
): Due | 'no' | 'later' {
  const last = turns.at(-1);
  const beginsAnew = !last || last.rankingSetAt.getTime() !== ranking.changedAt.getTime();
  const known = beginsAnew ? new Map<string, boolean>() : learnedBy(turns);
  const changes = changesBetween(known, wanted);
  const due = { beginsAnew, changes, lessons: known };
  if (beginsAnew || last.basis !== basis) return due;
  const stillOpen = new Set(open);
  const ready = last.recordIds.filter(recordId => stillOpen.has(recordId)).length;
  if (ready < Math.min(LEAST_READY, open.length)) return due;
  if (changes.length === 0) return open.length > last.openCount ? due : 'no';
  const isOld = ctx.now().getTime() - last.rankedAt.getTime() >= OLDEST_MS;
  return changes.length >= LESSONS_A_TURN || isOld ? due : 'later';
}

/** All that turns learned, one after another, in the order in which it was learned. */
export function learnedBy(turns: readonly RankingTurn[]): Map<string, boolean> {
  const known = new Map<string, boolean>();
  for (const turn of turns) {
    if (turn.beginsAnew) known.clear();
    applyChanges(
      known,
      turn.learnedIds.map((recordId, place) => [recordId, turn.learnedLabels[place] ?? -1] as const),
    );
  }
  return known;
}

function applyChanges(known: Map<string, boolean>, changes: Due['changes']): void {
  for (const [recordId, label] of changes) {
    if (label < 0) known.delete(recordId);
    else known.set(recordId, label === 1);
  }
}

function changesBetween(known: Lessons, wanted: Lessons): Due['changes'] {
  const gone = [...known.keys()].filter(recordId => !wanted.has(recordId)).map(recordId => [recordId, -1] as const);
  const learned = [...wanted]
    .filter(([recordId, isRelevant]) => known.get(recordId) !== isRelevant)
    .map(([recordId, isRelevant]) => [recordId, Number(isRelevant)] as const);
  return [...gone, ...learned];
}

async function openWork(ctx: Context, { reviewId, stage }: Ranking): Promise<{ person_id: string; open: string[] }[]> {
  return ctx.db.query(
    `select given.person_id, array_agg(given.record_id order by given.position, given.assignment_id) as open
     from screening_assignments given
     where given.review_id = $1 and given.stage = $2 and given.withdrawn_at is null
       and not exists (select 1 from screening_decisions decision where decision.review_id = given.review_id
         and decision.stage = given.stage and decision.record_id = given.record_id
         and decision.person_id = given.person_id)
     group by given.person_id order by given.person_id`,
    [reviewId, stage],
  );
}

async function takeTurn(
  ctx: Context,
  ranking: Ranking,
  texts: RankingBasis,
  personId: string,
  last: RankingTurn | null,
  { beginsAnew, changes, lessons }: Due,
  open: readonly string[],
): Promise<void> {
  const { reviewId, stage, seed } = ranking;
  const now = new Map(lessons);
  applyChanges(now, changes);
  const answer = await askOrder(ctx, texts, seed, now, open, { most: MOST, explained: EXPLAINED });
  if (last) await ctx.db.update(RankingTurn, { reviewId, turnId: last.turnId }, { reasons: [] });
  await ctx.db.insert(RankingTurn, {
    ...{ reviewId, turnId: ctx.newId(), stage, personId, number: (last?.number ?? 0) + 1, beginsAnew, seed },
    rankingSetAt: ranking.changedAt,
    ...{ basis: texts.basis, learnedIds: changes.map(([id]) => id), learnedLabels: changes.map(([, label]) => label) },
    ...{ openCount: open.length, recordIds: answer.recordIds, reasons: answer.reasons, rankedAt: ctx.now() },
  });
}

/** The order of these records after these lessons, by id. */
export async function askOrder(
  ctx: Context,
  { basis, recordIds, load }: RankingBasis,
  seed: number,
  lessons: Lessons,
  open: readonly string[],
  wanted: { readonly most: number; readonly explained: number },
): Promise<{ recordIds: string[]; reasons: StoredReason[] }> {
  const placeOf = new Map(recordIds.map((recordId, place) => [recordId, place]));
  const answer: RankingAnswer = await ctx.think.rank(
    {
      ...{ basis, seed, ...wanted },
      lessons: [...lessons].flatMap(([recordId, isRelevant]) => {
        const record = placeOf.get(recordId);
        return record === undefined ? [] : [{ record, isRelevant }];
      }),
      open: open.flatMap(recordId => placeOf.get(recordId) ?? []).sort((a, b) => a - b),
    },
    load,
  );
  const idOf = (record: number) => recordIds[record] ?? '';
  return {
    recordIds: answer.order.map(idOf),
    reasons: answer.reasons.map(one => ({ recordId: idOf(one.record), for: one.for, against: one.against })),
  };
}
