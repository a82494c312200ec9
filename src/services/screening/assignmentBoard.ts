import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import { phase } from '#core/screening/phase';
import type { Role, Stage } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { timesOfTeam } from '#services/people/timesOfTeam';
import { listMembers, namesOf } from '#services/projects/readProjects';
import { whyNotClose } from '#services/screening/closeStage';
import { lastNudges } from '#services/screening/lastNudges';
import { pacesAt } from '#services/screening/paces';
import { whyNotBegin } from '#services/screening/pilotRounds';
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
  const people = await peopleOf(ctx, viewer.projectId, key);
  const paces = await pacesAt(ctx, key);
  const nudges = await lastNudges(ctx, key);
  const isClosed = viewer.closedStages.includes(key.stage);
  return {
    mode: viewer.rules[key.stage].mode,
    records: situations.size,
    waiting: waitingRecords(situations).length,
    decidedByAll: [...situations.values()].filter(one => phase(one) !== 'independent').length,
    conflicts: [...situations.values()].filter(one => phase(one) === 'conflicted').length,
    people: people.map(person => ({
      ...person,
      perDay: paces.get(person.personId)?.perDay ?? 0,
      nudgedAt: nudges.get(person.personId) ?? null,
    })),
    isClosed,
    may: { assign: await whyNotBegin(ctx, key.reviewId, key.stage), close: isClosed ? null : whyNotClose(situations) },
  };
}

/** Members, and who has left but has decided here: their decisions stay. */
async function peopleOf(ctx: Context, projectId: string, key: StageKey) {
  const members = await listMembers(ctx, projectId);
  const work = await workOf(ctx, key);
  const times = await timesOfTeam(
    ctx,
    members.map(one => one.personId),
  );
  const left = [...work].filter(([personId, { done }]) => done > 0 && !members.some(one => one.personId === personId));
  const names = await namesOf(
    ctx,
    left.map(([personId]) => personId),
  );
  const none = { given: 0, done: 0, dueOn: null, lastAt: null, firstGivenAt: null };
  const here = members.map(({ personId, name, roles, screensAt }) => ({
    ...{ personId, name, ...none, ...work.get(personId) },
    hoursPerWeek: times.get(personId)?.hoursPerWeek ?? null,
    timeZone: times.get(personId)?.timeZone ?? null,
    canScreen: screensHere({ roles, screensAt }, key.stage),
    hasLeft: false,
  }));
  const gone = left.map(([personId, { done, lastAt }]) => ({
    ...{ personId, name: names.get(personId) ?? 'former member', ...none, given: done, done, lastAt },
    ...{ hoursPerWeek: null, timeZone: null, canScreen: false, hasLeft: true },
  }));
  return [...here, ...gone];
}

/** Whether a member may be asked to screen at a stage. */
export function screensHere(
  { roles, screensAt }: { readonly roles: readonly Role[]; readonly screensAt: readonly Stage[] },
  stage: Stage,
): boolean {
  if (roles.includes('lead')) return true;
  return (roles.includes('screener') || roles.includes('adjudicator')) && screensAt.includes(stage);
}

/** Given, done, due and last seen at work, by person. */
export async function workOf(ctx: Context, key: StageKey) {
  const rows: {
    person_id: string;
    given: number;
    done: number;
    due_on: string | null;
    last_at: Date | null;
    first_at: Date;
  }[] = await ctx.db.query(
    `select a.person_id, count(*)::int as given, count(d.decision_id)::int as done,
         (min(a.due_on) filter (where d.decision_id is null))::text as due_on, max(d.decided_at) as last_at,
         min(a.given_at) as first_at
       from screening_assignments a
       left join screening_decisions d on d.review_id = a.review_id and d.stage = a.stage
         and d.record_id = a.record_id and d.person_id = a.person_id
       where a.review_id = $1 and a.stage = $2 and a.withdrawn_at is null group by a.person_id`,
    [key.reviewId, key.stage],
  );
  return new Map(
    rows.map(row => [
      row.person_id,
      { given: row.given, done: row.done, dueOn: row.due_on, lastAt: row.last_at, firstGivenAt: row.first_at },
    ]),
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
