import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import type { Role, ScreeningMode, Stage } from '#core/vocabulary';
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

interface StandingRow {
  readonly project_id: string;
  readonly title_and_abstract_mode: ScreeningMode;
  readonly title_and_abstract_share_percent: number;
  readonly full_text_mode: ScreeningMode;
  readonly full_text_share_percent: number;
  readonly share_seed: number;
  readonly closed_stages: Stage[];
  readonly screens_at: Stage[];
  readonly settles_at: Stage[];
  readonly roles: Role[];
}

/** A person's place in a review, and what of the review decides who may do what. Throws 'not-found' for strangers. */
export async function standInReview(ctx: Context, actor: Actor, reviewId: string): Promise<ReviewStanding> {
  return (await standAndAsk(ctx, actor, reviewId)).viewer;
}

/**
 * As above, with what else is asked of the database in the same question: it stands before every decision of every
 * screener. What is asked may speak of the review as $1, of the person as $2, and of `values` from $3 on.
 */
export async function standAndAsk<Answer extends object>(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  asked?: { readonly columns: string; readonly values: readonly unknown[] },
): Promise<{ viewer: ReviewStanding; answer: Answer }> {
  const [found]: (StandingRow & Answer)[] = await ctx.db.query(
    `select review.project_id, review.title_and_abstract_mode, review.title_and_abstract_share_percent,
       review.full_text_mode, review.full_text_share_percent, review.share_seed, review.closed_stages,
       seat.roles, seat.screens_at, seat.settles_at${asked ? `, ${asked.columns}` : ''}
     from reviews review join memberships seat on seat.project_id = review.project_id and seat.person_id = $2
     where review.review_id = $1 and seat.left_at is null`,
    [reviewId, actor.personId, ...(asked?.values ?? [])],
  );
  if (!found) throw new Problem('not-found', 'There is no such review, or you are not in its team.');
  const viewer = {
    ...{ personId: actor.personId, projectId: found.project_id, roles: found.roles, reviewId },
    rules: rulesOf({
      titleAndAbstractMode: found.title_and_abstract_mode,
      titleAndAbstractSharePercent: found.title_and_abstract_share_percent,
      fullTextMode: found.full_text_mode,
      fullTextSharePercent: found.full_text_share_percent,
      shareSeed: found.share_seed,
    }),
    ...{ closedStages: found.closed_stages, screensAt: found.screens_at, settlesAt: found.settles_at },
  };
  return { viewer, answer: found };
}

/** What of a review says how its stages are screened. */
type ScreeningRules = Pick<
  Review,
  'titleAndAbstractMode' | 'titleAndAbstractSharePercent' | 'fullTextMode' | 'fullTextSharePercent' | 'shareSeed'
>;

/** How each stage of a review is screened. */
export function rulesOf(review: ScreeningRules): ReviewStanding['rules'] {
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
