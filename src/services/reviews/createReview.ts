import type { ScreeningMode } from '#core/vocabulary';
import { Review } from '#entities/Review';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInProject, standInReview } from '#services/standing';

export interface ReviewFields {
  readonly title: string;
  readonly titleAndAbstractMode: ScreeningMode;
  readonly fullTextMode: ScreeningMode;
}

/** Begins the one review of a project. */
export async function createReview(
  ctx: Context,
  actor: Actor,
  projectId: string,
  fields: ReviewFields,
): Promise<{ id: string }> {
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  return perform(ctx, actor, 'create-review', async tx => {
    const reviewId = tx.newId();
    await tx.db.insert(Review, {
      reviewId,
      projectId,
      ...fields,
      closedStages: [],
      createdBy: actor.personId,
      createdAt: tx.now(),
    });
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId });
    return { id: reviewId };
  });
}

/** Changes a review's title and how many screen each record. Decisions stay; what they say together follows the mode. */
export async function configureReview(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: ReviewFields,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'configure'));
  await perform(ctx, actor, 'configure-review', async tx => {
    await tx.db.update(Review, { reviewId }, { ...fields });
    const { titleAndAbstractMode, fullTextMode } = fields;
    tx.witness({
      reviewId,
      subjectKind: 'review',
      subjectId: reviewId,
      facts: { titleAndAbstractMode, fullTextMode },
    });
  });
}
