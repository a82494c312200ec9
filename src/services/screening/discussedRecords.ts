import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';

interface RecordKey extends StageKey {
  readonly recordId: string;
}

/** Whether a person had decided on a record when a discussion of it was opened. */
export async function isInvited(ctx: Context, viewer: { readonly personId: string }, key: RecordKey): Promise<boolean> {
  const { reviewId, stage, recordId } = key;
  const discussion = await ctx.db.findOneBy(ScreeningDiscussion, { reviewId, stage, recordId });
  return discussion?.asDecided.some(one => one.personId === viewer.personId) ?? false;
}

/** By record, what had been decided when its discussion was opened: what agreement is computed from, whatever came after. */
export async function decidedBeforeDiscussion(
  ctx: Context,
  { reviewId, stage }: StageKey,
): Promise<ReadonlyMap<string, ScreeningDiscussion['asDecided']>> {
  const discussions = await ctx.db.findBy(ScreeningDiscussion, { reviewId, stage });
  return new Map(discussions.map(one => [one.recordId, one.asDecided]));
}
