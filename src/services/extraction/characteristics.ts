import type { CharacteristicKind } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { keepFormVersion } from '#services/extraction/extractionForm';
import { loadModerators, moderatorKind } from '#services/extraction/moderators';
import { ownModeratorValues } from '#services/extraction/ownSheets';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

export interface CharacteristicFields {
  readonly name: string;
  readonly kind: CharacteristicKind;
  readonly unit: string;
  readonly isPlanned: boolean;
  readonly position: number;
}

export interface CharacteristicKey {
  readonly reviewId: string;
  readonly characteristicId: string;
}

export async function readCharacteristics(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const { characteristics, values } = await loadModerators(ctx, reviewId);
  const studies = await ctx.db.find(Study, { where: { reviewId }, order: { year: 'ASC', label: 'ASC' } });
  const own = await ownModeratorValues(ctx, reviewId, actor, characteristics);
  const seen = [...values, ...own];
  const names = await namesOf(
    ctx,
    seen.map(value => value.recordedBy),
  );
  return {
    characteristics,
    studies,
    values: seen.map(value => ({ ...value, recordedByName: names.get(value.recordedBy) ?? 'former member' })),
    may: { change: whyNotAct(viewer, 'extract') },
  };
}

export async function addCharacteristic(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: CharacteristicFields,
): Promise<{ id: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'extract'));
  return perform(ctx, actor, 'add-characteristic', async tx => {
    const characteristicId = tx.newId();
    await tx.db.insert(Characteristic, { reviewId, characteristicId, ...fields });
    await keepFormVersion(tx, actor, reviewId, `Added “${fields.name}”`);
    tx.witness({ reviewId, subjectKind: 'characteristic', subjectId: characteristicId });
    return { id: characteristicId };
  });
}

/** Changes a characteristic. Its kind says what the values are, so it stays once there are any. */
export async function updateCharacteristic(
  ctx: Context,
  actor: Actor,
  key: CharacteristicKey,
  fields: CharacteristicFields,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'extract'));
  await perform(ctx, actor, 'change-characteristic', async tx => {
    const { reviewId, characteristicId } = key;
    const before = await loadCharacteristic(tx, key);
    const isSameKind = moderatorKind(before.kind) === fields.kind;
    if (!isSameKind && (await tx.db.existsBy(CharacteristicValue, { reviewId, characteristicId }))) {
      throw new Problem('conflict', 'There are values already: the kind stays. Add another characteristic instead.');
    }
    // Here yes or no is a word like others: that the form asks for it so stays.
    const kind = isSameKind ? before.kind : fields.kind;
    await tx.db.update(Characteristic, { reviewId, characteristicId }, { ...fields, kind });
    await keepFormVersion(tx, actor, reviewId, `Changed “${fields.name}”`);
    tx.witness({ reviewId: key.reviewId, subjectKind: 'characteristic', subjectId: key.characteristicId });
  });
}

export async function removeCharacteristic(ctx: Context, actor: Actor, key: CharacteristicKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'extract'));
  await perform(ctx, actor, 'remove-characteristic', async tx => {
    const { reviewId, characteristicId } = key;
    const { name } = await loadCharacteristic(tx, key);
    await tx.db.delete(Characteristic, { reviewId, characteristicId });
    await keepFormVersion(tx, actor, reviewId, `Removed “${name}”`);
    tx.witness({ reviewId: key.reviewId, subjectKind: 'characteristic', subjectId: key.characteristicId });
  });
}

export async function loadCharacteristic(ctx: Context, key: CharacteristicKey): Promise<Characteristic> {
  const { reviewId, characteristicId } = key;
  const row = await ctx.db.findOneBy(Characteristic, { reviewId, characteristicId });
  if (!row) throw new Problem('not-found', 'There is no such characteristic.');
  return row;
}
