import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import type { Stage } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { listMembers } from '#services/projects/readProjects';
import { whyNotClose } from '#services/screening/closeStage';
import { loadSituations, type Situations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

export interface StageKey {
  readonly reviewId: string;
  readonly stage: Stage;
}

/** Who has how much to screen at a stage, and how many records wait for somebody. Counts decisions; shows none. */
export async function readAssignmentBoard(ctx: Context, actor: Actor, key: StageKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const whyNot = whyNotAct(viewer, 'assign');
  insist(whyNot);
  const situations = await loadSituations(ctx, viewer, key.stage);
  const members = await listMembers(ctx, viewer.projectId);
  const work = await workOf(ctx, key);
  const isClosed = viewer.closedStages.includes(key.stage);
  return {
    mode: viewer.rules[key.stage].mode,
    records: situations.size,
    waiting: waitingRecords(situations).length,
    people: members.map(({ personId, name, roles }) => ({
      personId,
      name,
      given: 0,
      done: 0,
      dueOn: null,
      lastAt: null,
      ...work.get(personId),
      canScreen: roles.includes('screener') || roles.includes('lead') || roles.includes('adjudicator'),
    })),
    isClosed,
    may: { assign: whyNot, close: isClosed ? null : whyNotClose(situations) },
  };
}

/** Given, done, due and last seen at work, by person. */
export async function workOf(ctx: Context, key: StageKey) {
  const rows: { person_id: string; given: number; done: number; due_on: string | null; last_at: Date | null }[] =
    await ctx.db.query(
      `select a.person_id, count(*)::int as given, count(d.decision_id)::int as done,
         (min(a.due_on) filter (where d.decision_id is null))::text as due_on, max(d.decided_at) as last_at
       from screening_assignments a
       left join screening_decisions d on d.review_id = a.review_id and d.stage = a.stage
         and d.record_id = a.record_id and d.person_id = a.person_id
       where a.review_id = $1 and a.stage = $2 and a.withdrawn_at is null group by a.person_id`,
      [key.reviewId, key.stage],
    );
  return new Map(
    rows.map(row => [row.person_id, { given: row.given, done: row.done, dueOn: row.due_on, lastAt: row.last_at }]),
  );
}

/** Records that too few people were asked about, or whose askers have gone, in the order of import. */
export function waitingRecords(situations: Situations): string[] {
  return [...situations]
    .filter(([, { mode, asked, decisions, adjudication }]) => {
      const decided = new Set(decisions.map(decision => decision.personId));
      const busy = asked.filter(screener => !screener.isGone || decided.has(screener.personId));
      return (
        adjudication === null && new Set([...busy.map(one => one.personId), ...decided]).size < DECISIONS_NEEDED[mode]
      );
    })
    .map(([recordId]) => recordId);
}
