import { Problem } from '#core/problem';
import type { RemarkAudience } from '#core/vocabulary';
import { KeptFilter } from '#entities/KeptFilter';
import { knowsKeptFilter, whyNotRemoveKeptFilter } from '#policies/keptFilters';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { insistMayFilter, type RecordFilters } from '#services/records/recordFilters';
import { standInReview } from '#services/standing';

/** Kept filters that a person knows of, by name. */
export async function listKeptFilters(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const kept = await ctx.db.find(KeptFilter, { where: { reviewId }, order: { name: 'ASC', filterId: 'ASC' } });
  return {
    filters: kept
      .map(filter => ({ ...filter, asked: askedOf(filter) }))
      .filter(filter => knowsKeptFilter(viewer, filter, filter.asked))
      .map(filter => ({ ...filter, may: { remove: whyNotRemoveKeptFilter(viewer, filter) } })),
    may: { keep: whyNotAct(viewer, 'annotate') },
  };
}

export async function keepFilter(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { name: string; audience: RemarkAudience; asked: RecordFilters },
): Promise<{ id: string }> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'annotate'));
  insistMayFilter(viewer, input.asked);
  return perform(ctx, actor, 'keep-filter', async tx => {
    const filterId = tx.newId();
    await tx.db.insert(KeptFilter, {
      ...{ reviewId, filterId, ...input },
      ...{ createdBy: actor.personId, createdAt: tx.now() },
    });
    tx.witness({ reviewId, subjectKind: 'kept-filter', subjectId: filterId, facts: { audience: input.audience } });
    return { id: filterId };
  });
}

export async function removeKeptFilter(
  ctx: Context,
  actor: Actor,
  { reviewId, filterId }: { readonly reviewId: string; readonly filterId: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, reviewId);
  await perform(ctx, actor, 'remove-kept-filter', async tx => {
    insist(whyNotRemoveKeptFilter(viewer, await requireKeptFilter(tx, viewer, filterId)));
    await tx.db.delete(KeptFilter, { reviewId, filterId });
    tx.witness({ reviewId, subjectKind: 'kept-filter', subjectId: filterId });
  });
}

async function requireKeptFilter(ctx: Context, viewer: ReviewStanding, filterId: string): Promise<KeptFilter> {
  const filter = await ctx.db.findOneBy(KeptFilter, { reviewId: viewer.reviewId, filterId });
  // What one may not know of isn't there.
  if (!filter || !knowsKeptFilter(viewer, filter, askedOf(filter)))
    throw new Problem('not-found', 'There is no such kept search in this review.');
  return filter;
}

function askedOf(filter: KeptFilter): RecordFilters {
  // Filters are kept as the contract let them in.
  return filter.asked as RecordFilters;
}
