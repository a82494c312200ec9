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
  readonly titleAndAbstractSharePercent?: number | undefined;
  readonly fullTextSharePercent?: number | undefined;
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
      ...sharesGiven(fields),
      shareSeed: Number.parseInt(tx.sha256(tx.newToken()).slice(0, 7), 16),
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
    const { title, ...rules } = sharesGiven(fields);
    await tx.db.update(Review, { reviewId }, { title, ...rules });
    tx.witness({
      reviewId,
      subjectKind: 'review',
      subjectId: reviewId,
      facts: rules,
    });
  });
}

/** A share that isn't given stays as it is. */
function sharesGiven({ titleAndAbstractSharePercent, fullTextSharePercent, ...rest }: ReviewFields) {
  return {
    ...rest,
    ...(titleAndAbstractSharePercent === undefined ? {} : { titleAndAbstractSharePercent }),
    ...(fullTextSharePercent === undefined ? {} : { fullTextSharePercent }),
  };
}
