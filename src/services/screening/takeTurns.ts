import type { RankingAnswer } from '#core/screening/rankingDesk';
import type { Ranking } from '#entities/Ranking';
import { RankingTurn, type StoredReason } from '#entities/RankingTurn';
import type { Review } from '#entities/Review';
import type { Context } from '#services/context';
import { type Lessons, loadLessons } from '#services/screening/lessons';
import { type LastTurn, lastTurns, openWork } from '#services/screening/openWork';
import type { RankingMemory } from '#services/screening/rankingMemory';
import type { RankingNews } from '#services/screening/rankingNews';
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

/** What a look at a ranking has at hand. */
export interface Look {
  readonly review: Review;
  readonly ranking: Ranking;
  readonly memory: RankingMemory;
  /** Decisions since the last look, or anything. */
  readonly news: Exclude<RankingNews, { kind: 'none' }>;
}

/**
 * Gives each person who has open records a new order where they have something new to learn from. What it learned and
 * what came first is kept, so that the order can be computed again. It writes no audit event: it is nobody's deed, and
 * follows from decisions that are events.
 */
export async function takeTurns(ctx: Context, look: Look): Promise<{ taken: number; isAllDone: boolean }> {
  const { review, ranking, memory, news } = look;
  const { reviewId, stage } = ranking;
  const viewer = {
    ...{ personId: ranking.changedBy, projectId: review.projectId, roles: [], reviewId },
    ...{ rules: rulesOf(review), closedStages: review.closedStages, screensAt: [], settlesAt: [] },
  };
  const basis = memory.bases.get(reviewId) ?? (await rankingBasis(ctx, reviewId));
  memory.bases.set(reviewId, basis);
  const touched = news.kind === 'decisions' ? news.recordIds : null;
  const lessonsOf = await loadLessons(ctx, viewer, stage, ranking.learnsFrom, touched);
  // Where everybody learns from themselves, nobody has news of others.
  const whom = news.kind === 'decisions' && ranking.learnsFrom === 'own' ? news.personIds : null;
  const due: { readonly turn: LastTurn; readonly what: Due }[] = [];
  let isAllDone = true;
  for (const turn of await lastTurns(ctx, ranking, whom)) {
    const known = await lessonsAfter(ctx, ranking, memory, turn);
    const changes = changesBetween(known, lessonsOf(turn.personId), touched);
    const what = dueState(ctx, ranking, basis, turn, { changes, lessons: known });
    if (what === 'later') isAllDone = false;
    if (typeof what !== 'string') due.push({ turn, what });
  }
  const open = await openWork(
    ctx,
    ranking,
    due.map(({ turn }) => turn.personId),
  );
  for (const { turn, what } of due) {
    const { turnId, lessons } = await takeTurn(ctx, ranking, basis, turn, what, open.get(turn.personId) ?? []);
    memory.learned.set(memoryName(ranking, turn.personId), { turnId, lessons });
  }
  return { taken: due.length, isAllDone };
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
  last: LastTurn,
  news: Omit<Due, 'beginsAnew'>,
): Due | 'no' | 'later' {
  const due = { beginsAnew: isAnew(ranking, last), ...news };
  if (due.beginsAnew || last.basis !== basis) return due;
  if (last.ready < Math.min(LEAST_READY, last.open)) return due;
  if (due.changes.length === 0) return last.open > (last.openCount ?? 0) ? due : 'no';
  const isOld = ctx.now().getTime() - (last.rankedAt?.getTime() ?? 0) >= OLDEST_MS;
  return due.changes.length >= LESSONS_A_TURN || isOld ? due : 'later';
}

function isAnew(ranking: Ranking, last: LastTurn): boolean {
  return last.rankingSetAt?.getTime() !== ranking.changedAt.getTime();
}

/** What a person's order knows by now: as remembered, or as the turns so far tell. */
async function lessonsAfter(ctx: Context, ranking: Ranking, memory: RankingMemory, last: LastTurn): Promise<Lessons> {
  if (last.turnId === null || isAnew(ranking, last)) return new Map();
  const name = memoryName(ranking, last.personId);
  const remembered = memory.learned.get(name);
  if (remembered?.turnId === last.turnId) return remembered.lessons;
  const turns = await ctx.db.find(RankingTurn, {
    where: { reviewId: ranking.reviewId, stage: ranking.stage, personId: last.personId },
    order: { number: 'ASC' },
    // Orders and reasons are the largest part and of no use here.
    select: { turnId: true, beginsAnew: true, learnedIds: true, learnedLabels: true },
  });
  const lessons = learnedBy(turns);
  memory.learned.set(name, { turnId: last.turnId, lessons });
  return lessons;
}

function memoryName({ reviewId, stage }: Ranking, personId: string): string {
  return `${reviewId} ${stage} ${personId}`;
}

/** All that turns learned, one after another, in the order in which it was learned. */
export function learnedBy(
  turns: readonly Pick<RankingTurn, 'beginsAnew' | 'learnedIds' | 'learnedLabels'>[],
): Map<string, boolean> {
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

/** What is new, of all records or of those that something happened to. */
function changesBetween(known: Lessons, wanted: Lessons, touched: readonly string[] | null): Due['changes'] {
  const gone = (touched ?? [...known.keys()])
    .filter(recordId => known.has(recordId) && !wanted.has(recordId))
    .map(recordId => [recordId, -1] as const);
  const learned = [...wanted]
    .filter(([recordId, isRelevant]) => known.get(recordId) !== isRelevant)
    .map(([recordId, isRelevant]) => [recordId, Number(isRelevant)] as const);
  return [...gone, ...learned];
}

async function takeTurn(
  ctx: Context,
  ranking: Ranking,
  texts: RankingBasis,
  { personId, turnId: lastId, number: lastNumber }: LastTurn,
  { beginsAnew, changes, lessons }: Due,
  open: readonly string[],
): Promise<{ turnId: string; lessons: Lessons }> {
  const { reviewId, stage, seed } = ranking;
  const now = new Map(lessons);
  applyChanges(now, changes);
  const answer = await askOrder(ctx, texts, seed, now, open, { most: MOST, explained: EXPLAINED });
  if (lastId) await ctx.db.update(RankingTurn, { reviewId, turnId: lastId }, { reasons: [] });
  const turnId = ctx.newId();
  await ctx.db.insert(RankingTurn, {
    ...{ reviewId, turnId, stage, personId, number: (lastNumber ?? 0) + 1, beginsAnew, seed },
    rankingSetAt: ranking.changedAt,
    ...{ basis: texts.basis, learnedIds: changes.map(([id]) => id), learnedLabels: changes.map(([, label]) => label) },
    ...{ openCount: open.length, recordIds: answer.recordIds, reasons: answer.reasons, rankedAt: ctx.now() },
  });
  return { turnId, lessons: now };
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
    () => load(ctx),
  );
  const idOf = (record: number) => recordIds[record] ?? '';
  return {
    recordIds: answer.order.map(idOf),
    reasons: answer.reasons.map(one => ({ recordId: idOf(one.record), for: one.for, against: one.against })),
  };
}
