import type { Actor, Context } from '#services/context';
import { type Selection, selectRecords } from '#services/records/selectRecords';
import { labelRecords } from '#services/remarks/labels';
import { standInReview } from '#services/standing';

/** Puts one's label on a whole selection, or takes it off. Gives how many records are meant. */
export async function labelSelection(
  ctx: Context,
  actor: Actor,
  input: { reviewId: string; labelId: string; selection: Selection; isOn: boolean },
): Promise<{ count: number }> {
  const { reviewId, labelId, selection, isOn } = input;
  const recordIds = await selectRecords(ctx, await standInReview(ctx, actor, reviewId), selection);
  await labelRecords(ctx, actor, { reviewId, labelId, recordIds, isOn });
  return { count: recordIds.length };
}
