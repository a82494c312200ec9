import { In, IsNull } from 'typeorm';
import type { Choice, Stage } from '#core/vocabulary';
import { Question } from '#entities/Question';
import { Report } from '#entities/Report';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { whyNotScreen } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { listCriteria } from '#services/protocol/questions';
import { loadRecordsToRead } from '#services/records/readRecords';
import { selectRecords } from '#services/records/selectRecords';
import { waitingNudge } from '#services/screening/nudges';
import { rankedPlaces } from '#services/screening/rankedPlaces';
import { standInReview } from '#services/standing';

const PACE_OF_LAST = 30;
const BREAK_SECONDS = 600;

/** A person's own work at a stage, counted from their own assignments and decisions and nothing else. */
export async function readMyScreening(ctx: Context, actor: Actor, key: { reviewId: string; stage: Stage }) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const mine = { ...key, personId: actor.personId };
  const assignments = await ctx.db.findBy(ScreeningAssignment, { ...mine, withdrawnAt: IsNull() });
  const decisions = await ctx.db.find(ScreeningDecision, { where: mine, order: { decidedAt: 'DESC' } });
  const decided = new Set(decisions.map(decision => decision.recordId));
  const open = assignments.filter(one => !decided.has(one.recordId));
  return {
    stage: key.stage,
    given: assignments.length,
    decided: assignments.length - open.length,
    dueOn:
      open
        .map(one => one.dueOn)
        .filter(due => due !== null)
        .sort()[0] ?? null,
    secondsPerRecord: pace(decisions.slice(0, PACE_OF_LAST).map(decision => decision.decidedAt.getTime())),
    isClosed: viewer.closedStages.includes(key.stage),
    nudge: open.length === 0 ? null : await waitingNudge(ctx, mine, decisions[0]?.decidedAt ?? null),
    criteria: await listCriteria(ctx, key.reviewId),
    highlights: await highlightsOf(ctx, key.reviewId),
    may: { decide: whyNotScreen(viewer, key.stage) },
  };
}

/** Median seconds between decisions, breaks left out; null before five are known. Instants newest first. */
function pace(instants: readonly number[]): number | null {
  const gaps = instants
    .slice(1)
    .map((earlier, index) => ((instants[index] ?? earlier) - earlier) / 1000)
    .filter(seconds => seconds > 0 && seconds < BREAK_SECONDS)
    .sort((a, b) => a - b);
  return gaps.length < 5 ? null : (gaps[Math.floor(gaps.length / 2)] ?? null);
}

const PARTS = ['population', 'intervention', 'comparator', 'outcome'] as const;

/**
 * The words of the question and their synonyms, by its parts; those of other slots, and the words that any slot names for
 * or against, speak for or against a record in general.
 */
async function highlightsOf(ctx: Context, reviewId: string) {
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const slots = question?.slots ?? [];
  const distinct = (words: readonly string[]) => [...new Set(words.filter(word => word !== ''))];
  const wordsOf = (isWanted: (slot: string) => boolean) =>
    slots.filter(({ slot }) => isWanted(slot)).flatMap(({ text, synonyms }) => [text, ...synonyms]);
  const [population = [], intervention = [], comparator = [], outcome = []] = PARTS.map(part =>
    distinct(wordsOf(slot => slot === part)),
  );
  return {
    include: distinct([
      ...wordsOf(slot => !PARTS.some(part => part === slot)),
      ...slots.flatMap(({ includeWords }) => includeWords ?? []),
    ]),
    exclude: distinct(slots.flatMap(({ excludeWords }) => excludeWords ?? [])),
    ...{ population, intervention, comparator, outcome },
  };
}

/** Words are looked for in the records themselves: what anybody decided, labelled or noted is no part of it. */
async function recordsWithWords(ctx: Context, viewer: ReviewStanding, text: string): Promise<ReadonlySet<string>> {
  const filters = { text, source: [], label: [], missing: [], verdict: [], mine: [] };
  return new Set(await selectRecords(ctx, viewer, { filters }));
}

export interface QueueQuery {
  readonly show: 'undecided' | 'all' | Choice;
  readonly text: string;
  /** The position behind which to go on. */
  readonly after: number;
  readonly limit: number;
  /** None but these, where given: what a person picked from a list. */
  readonly only?: readonly string[] | undefined;
}

/**
 * A person's assigned records in their own order. It is fixed when records are given out, or follows the ranking, which
 * learns only from what that person may know or what the lead chose: `mayTeachOrder`.
 */
export async function listMyQueue(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; stage: Stage },
  query: QueueQuery,
) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const mine = { ...key, personId: actor.personId };
  const decisions = new Map((await ctx.db.findBy(ScreeningDecision, mine)).map(one => [one.recordId, one]));
  const assignments = await ctx.db.find(ScreeningAssignment, {
    where: { ...mine, withdrawnAt: IsNull() },
    order: { position: 'ASC', assignmentId: 'ASC' },
  });
  const found = query.text === '' ? null : await recordsWithWords(ctx, viewer, query.text);
  const wanted = assignments.filter(({ recordId }) => {
    if (found && !found.has(recordId)) return false;
    if (query.only && !query.only.includes(recordId)) return false;
    const decision = decisions.get(recordId);
    if (query.show === 'all') return true;
    return query.show === 'undecided' ? !decision : decision?.choice === query.show;
  });
  const ranked = await rankedPlaces(ctx, mine);
  const placed = wanted.map(one => ({
    recordId: one.recordId,
    position: ranked && !decisions.has(one.recordId) ? ranked(one.recordId, one.position) : one.position,
  }));
  if (ranked) placed.sort((one, other) => one.position - other.position);
  const page = placed.filter(one => one.position > query.after).slice(0, query.limit);
  const pageIds = page.map(one => one.recordId);
  const reports = await ctx.db.findBy(Report, { reviewId: key.reviewId, recordId: In(pageIds) });
  const records = (await loadRecordsToRead(ctx, key.reviewId, pageIds)).map(record => {
    const report = reports.find(one => one.recordId === record.recordId);
    return {
      ...record,
      position: page.find(one => one.recordId === record.recordId)?.position ?? 0,
      decision: decisions.get(record.recordId) ?? null,
      retrieval: report
        ? { state: report.retrievalState, notRetrievedReason: report.notRetrievedReason, url: report.url }
        : null,
    };
  });
  return { records, total: wanted.length };
}
