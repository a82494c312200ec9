import { In, IsNull } from 'typeorm';
import { AuditEvent } from '#entities/AuditEvent';
import { Membership } from '#entities/Membership';
import { Review } from '#entities/Review';
import { whyNotLead } from '#policies/projects';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeFlow } from '#policies/visibility';
import { deedSentence } from '#services/audit/deedSentence';
import type { Actor, Context } from '#services/context';
import { listMembers, namesOf } from '#services/projects/readProjects';
import { nextDeeds } from '#services/reviews/nextDeeds';
import { loadFacts, type ReviewFacts, stepsOf } from '#services/reviews/steps';
import { workOf } from '#services/screening/assignmentBoard';
import { standInReview } from '#services/standing';

/** Where a review stands and what is next for this person; nothing in it tells a screener what others chose. */
export async function readReview(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const facts = await loadFacts(ctx, viewer);
  const team = await listMembers(ctx, viewer.projectId);
  const deeds = await deedsOf(ctx, viewer, facts);
  const seesAll = whyNotAct(viewer, 'seeAudit') === null;
  const flow = whyNotSeeFlow(viewer);
  return {
    reviewId,
    projectId: viewer.projectId,
    title: review.title,
    modes: {
      'title-and-abstract': viewer.rules['title-and-abstract'].mode,
      'full-text': viewer.rules['full-text'].mode,
    },
    sharePercents: {
      'title-and-abstract': viewer.rules['title-and-abstract'].sharePercent,
      'full-text': viewer.rules['full-text'].sharePercent,
    },
    closedStages: viewer.closedStages,
    roles: viewer.roles,
    team: team.map(({ personId, name, roles }) => ({ personId, name, roles })),
    steps: stepsOf(facts),
    next: deeds[0] ?? null,
    alsoPossible: deeds.slice(1, 4),
    progress: seesAll ? await progressOf(ctx, viewer, facts, team) : [],
    activity: seesAll ? await recentActivity(ctx, reviewId) : [],
    conflicts: facts.conflicts ? facts.conflicts['title-and-abstract'] + facts.conflicts['full-text'] : null,
    may: {
      editQuestion: whyNotAct(viewer, 'editQuestion'),
      import: whyNotAct(viewer, 'import'),
      findDuplicates: whyNotAct(viewer, 'findDuplicates'),
      assign: whyNotAct(viewer, 'assign'),
      adjudicate: whyNotAct(viewer, 'adjudicate'),
      extract: whyNotAct(viewer, 'extract'),
      analyse: whyNotAct(viewer, 'analyse'),
      seeFlow: flow,
      seeAudit: whyNotAct(viewer, 'seeAudit'),
      export: flow,
      configure: whyNotLead(viewer),
    },
  };
}

/** The reviews that a person is in, newest first. */
export async function listReviews(ctx: Context, actor: Actor) {
  const memberships = await ctx.db.findBy(Membership, { personId: actor.personId, leftAt: IsNull() });
  const reviews = await ctx.db.find(Review, {
    where: { projectId: In(memberships.map(one => one.projectId)) },
    order: { createdAt: 'DESC' },
  });
  const shown = [];
  for (const { reviewId, projectId, title } of reviews) {
    const viewer = await standInReview(ctx, actor, reviewId);
    const facts = await loadFacts(ctx, viewer);
    const [next] = await deedsOf(ctx, viewer, facts);
    const openConflicts = facts.conflicts ? facts.conflicts['title-and-abstract'] + facts.conflicts['full-text'] : null;
    shown.push({
      reviewId,
      projectId,
      title,
      roles: viewer.roles,
      steps: stepsOf(facts),
      next: next ?? null,
      openConflicts,
    });
  }
  return shown;
}

async function deedsOf(ctx: Context, viewer: ReviewStanding, facts: ReviewFacts) {
  const left = async (stage: 'title-and-abstract' | 'full-text') => {
    if (viewer.closedStages.includes(stage)) return 0;
    const mine = (await workOf(ctx, { reviewId: viewer.reviewId, stage })).get(viewer.personId);
    return mine ? mine.given - mine.done : 0;
  };
  const own = { 'title-and-abstract': await left('title-and-abstract'), 'full-text': await left('full-text') };
  return nextDeeds(viewer, facts, own);
}

async function progressOf(
  ctx: Context,
  viewer: ReviewStanding,
  facts: ReviewFacts,
  team: readonly { personId: string; name: string }[],
) {
  const stage = facts.reports > 0 && facts.screened === facts.toScreen ? 'full-text' : 'title-and-abstract';
  const work = await workOf(ctx, { reviewId: viewer.reviewId, stage });
  return team.flatMap(({ personId, name }) => {
    const mine = work.get(personId);
    return mine ? [{ personId, name, given: mine.given, done: mine.done, lastAt: mine.lastAt }] : [];
  });
}

const QUIET_DEEDS = new Set([
  'store-records',
  'count-search',
  'preview-import',
  'record-decision',
  'withdraw-decision',
]);

async function recentActivity(ctx: Context, reviewId: string) {
  const events = await ctx.db.find(AuditEvent, { where: { reviewId }, order: { at: 'DESC' }, take: 200 });
  const told = events.filter(event => !QUIET_DEEDS.has(event.deed)).slice(0, 6);
  const names = await namesOf(
    ctx,
    told.flatMap(event => event.actorId ?? []),
  );
  return told.map(({ at, actorId, deed }) => ({
    at,
    actor: actorId ? (names.get(actorId) ?? 'former member') : 'Pooled',
    sentence: deedSentence(deed),
  }));
}
