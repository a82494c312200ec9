import { In } from 'typeorm';
import { Problem } from '#core/problem';
import type { LabelTint, RemarkAudience } from '#core/vocabulary';
import { Label } from '#entities/Label';
import { RecordLabel } from '#entities/RecordLabel';
import { insist } from '#policies/refusal';
import { knowsLabel, whyNotChangeLabel, whyNotRemoveLabel } from '#policies/remarks';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { requireRecords, stagesOf } from '#services/remarks/stageOfRemark';
import { standInReview } from '#services/standing';

/** Shared labels and one's own, by name. */
export async function listLabels(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const labels = await knownLabels(ctx, viewer);
  return {
    labels: labels.map(label => ({
      ...label,
      may: { change: whyNotChangeLabel(viewer, label), remove: whyNotRemoveLabel(viewer, label) },
    })),
    may: { annotate: whyNotAct(viewer, 'annotate') },
  };
}

/** The labels that a person knows of. */
export async function knownLabels(ctx: Context, viewer: ReviewStanding): Promise<Label[]> {
  const all = await ctx.db.find(Label, {
    where: { reviewId: viewer.reviewId },
    order: { name: 'ASC', labelId: 'ASC' },
  });
  return all.filter(label => knowsLabel(viewer, label));
}

export async function addLabel(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { name: string; tint: LabelTint; audience: RemarkAudience },
): Promise<{ id: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'annotate'));
  return perform(ctx, actor, 'add-label', async tx => {
    const labelId = tx.newId();
    await tx.db.insert(Label, { reviewId, labelId, ...input, createdBy: actor.personId, createdAt: tx.now() });
    tx.witness({ reviewId, subjectKind: 'label', subjectId: labelId, facts: { audience: input.audience } });
    return { id: labelId };
  });
}

interface LabelKey {
  readonly reviewId: string;
  readonly labelId: string;
}

export async function changeLabel(
  ctx: Context,
  actor: Actor,
  key: LabelKey,
  change: { name: string; tint: LabelTint },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { reviewId, labelId } = key;
  await perform(ctx, actor, 'change-label', async tx => {
    const label = await requireLabel(tx, viewer, labelId);
    insist(whyNotChangeLabel(viewer, label));
    if (label.name === change.name && label.tint === change.tint) return tx.changedNothing();
    await tx.db.update(Label, { reviewId, labelId }, { name: change.name, tint: change.tint });
    tx.witness({ reviewId, subjectKind: 'label', subjectId: labelId });
  });
}

export async function removeLabel(ctx: Context, actor: Actor, key: LabelKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { reviewId, labelId } = key;
  await perform(ctx, actor, 'remove-label', async tx => {
    insist(whyNotRemoveLabel(viewer, await requireLabel(tx, viewer, labelId)));
    await tx.db.delete(Label, { reviewId, labelId });
    tx.witness({ reviewId, subjectKind: 'label', subjectId: labelId });
  });
}

/** Puts one's label on records, or takes it off. What is so already stays; what others put on is not touched. */
export async function labelRecords(
  ctx: Context,
  actor: Actor,
  input: { reviewId: string; labelId: string; recordIds: readonly string[]; isOn: boolean },
): Promise<void> {
  const { reviewId, labelId, recordIds, isOn } = input;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'annotate'));
  await perform(ctx, actor, isOn ? 'label-records' : 'unlabel-records', async tx => {
    await requireLabel(tx, viewer, labelId);
    await requireRecords(tx, reviewId, recordIds);
    const changed = isOn ? await putOn(tx, viewer, labelId, recordIds) : await takeOff(tx, viewer, labelId, recordIds);
    if (changed === 0) return tx.changedNothing();
    // Which label it was is for the facts alone: leads who screen read the subjects of events.
    const [only] = recordIds;
    const subject =
      only && recordIds.length === 1
        ? { subjectKind: 'record', subjectId: only }
        : { subjectKind: 'review', subjectId: reviewId };
    tx.witness({ reviewId, ...subject, facts: { labelId, records: changed } });
  });
}

const ROWS_AT_ONCE = 2000;

async function putOn(tx: DeedContext, viewer: ReviewStanding, labelId: string, recordIds: readonly string[]) {
  const { reviewId, personId } = viewer;
  const stages = await stagesOf(tx, viewer, recordIds);
  const createdAt = tx.now();
  let count = 0;
  for (let from = 0; from < recordIds.length; from += ROWS_AT_ONCE) {
    const rows = recordIds.slice(from, from + ROWS_AT_ONCE).map(recordId => {
      return { reviewId, recordId, labelId, personId, stage: stages(recordId), createdAt };
    });
    const insert = tx.db.createQueryBuilder().insert().into(RecordLabel).values(rows).orIgnore();
    const { raw } = await insert.returning('record_id').execute();
    count += (raw as unknown[]).length; // one row for each inserted label
  }
  return count;
}

async function takeOff(tx: DeedContext, viewer: ReviewStanding, labelId: string, recordIds: readonly string[]) {
  const { reviewId, personId } = viewer;
  const { affected } = await tx.db.delete(RecordLabel, { reviewId, labelId, personId, recordId: In([...recordIds]) });
  return affected ?? 0;
}

async function requireLabel(ctx: Context, viewer: ReviewStanding, labelId: string): Promise<Label> {
  const label = await ctx.db.findOneBy(Label, { reviewId: viewer.reviewId, labelId });
  // Somebody else's own label is nothing that one could know of.
  if (!label || !knowsLabel(viewer, label)) throw new Problem('not-found', 'There is no such label.');
  return label;
}
