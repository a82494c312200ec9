import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import { Project } from '#entities/Project';
import { Review } from '#entities/Review';
import type { ProjectStanding, ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';

/** A person's place in a project. Throws 'not-found' for who is no member: they can't know of it. */
export async function standInProject(ctx: Context, actor: Actor, projectId: string): Promise<ProjectStanding> {
  const standing = await findStandingInProject(ctx, actor, projectId);
  if (!standing) throw new Problem('not-found', 'There is no such project, or you are not in it.');
  return standing;
}

/** As above, null for who is no member. */
export async function findStandingInProject(
  ctx: Context,
  actor: Actor,
  projectId: string,
): Promise<ProjectStanding | null> {
  const membership = await ctx.db.findOneBy(Membership, { projectId, personId: actor.personId, leftAt: IsNull() });
  return membership ? { personId: actor.personId, projectId, roles: membership.roles } : null;
}

/** A person's place in a review, and what of the review decides who may do what. Throws 'not-found' for strangers. */
export async function standInReview(ctx: Context, actor: Actor, reviewId: string): Promise<ReviewStanding> {
  // One question for both: it stands before every decision of every screener.
  const found = await ctx.db
    .createQueryBuilder(Review, 'review')
    .innerJoin(Membership, 'seat', 'seat.projectId = review.projectId and seat.personId = :personId')
    .where('review.reviewId = :reviewId and seat.leftAt is null', { reviewId, personId: actor.personId })
    .select('review')
    .addSelect('seat.roles', 'seat_roles')
    .getRawAndEntities<{ seat_roles: Role[] }>();
  const [review] = found.entities;
  const roles = found.raw[0]?.seat_roles;
  if (!review || !roles) throw new Problem('not-found', 'There is no such review, or you are not in its team.');
  return {
    ...{ personId: actor.personId, projectId: review.projectId, roles, reviewId },
    ...{ rules: rulesOf(review), closedStages: review.closedStages },
  };
}

/** How each stage of a review is screened. */
export function rulesOf(review: Review): ReviewStanding['rules'] {
  const { titleAndAbstractMode, titleAndAbstractSharePercent, fullTextMode, fullTextSharePercent } = review;
  const seed = review.shareSeed;
  return {
    'title-and-abstract': { mode: titleAndAbstractMode, sharePercent: titleAndAbstractSharePercent, seed },
    'full-text': { mode: fullTextMode, sharePercent: fullTextSharePercent, seed },
  };
}

/** Whether a project exists at all: for what everybody may see of it. */
export async function requireProject(ctx: Context, projectId: string): Promise<Project> {
  const project = await ctx.db.findOneBy(Project, { projectId });
  if (!project) throw new Problem('not-found', 'There is no such project.');
  return project;
}
