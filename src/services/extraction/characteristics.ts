import { Problem } from '#core/problem';
import type { CharacteristicKind } from '#core/vocabulary';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { changeStudy } from '#services/extraction/studies';
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

/** All characteristics of a review with their values. */
export async function loadCharacteristics(ctx: Context, reviewId: string) {
  return {
    characteristics: await ctx.db.find(Characteristic, {
      where: { reviewId },
      order: { position: 'ASC', name: 'ASC' },
    }),
    values: await ctx.db.find(CharacteristicValue, { where: { reviewId }, order: { studyId: 'ASC' } }),
  };
}

/** A value is a number or a word, never both: the table says so. */
export function recordedValue({ numberValue, textValue }: CharacteristicValue): number | string {
  return numberValue ?? textValue ?? '';
}

export async function readCharacteristics(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const { characteristics, values } = await loadCharacteristics(ctx, reviewId);
  const studies = await ctx.db.find(Study, { where: { reviewId }, order: { year: 'ASC', label: 'ASC' } });
  const names = await namesOf(
    ctx,
    values.map(value => value.recordedBy),
  );
  return {
    characteristics,
    studies,
    values: values.map(value => ({
      ...value,
      value: recordedValue(value),
      recordedByName: names.get(value.recordedBy) ?? 'former member',
    })),
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
    const before = await loadCharacteristic(tx, key);
    if (before.kind !== fields.kind && (await tx.db.existsBy(CharacteristicValue, { ...key }))) {
      throw new Problem('conflict', 'There are values already: the kind stays. Add another characteristic instead.');
    }
    await tx.db.update(Characteristic, { ...key }, { ...fields });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'characteristic', subjectId: key.characteristicId });
  });
}

export async function removeCharacteristic(ctx: Context, actor: Actor, key: CharacteristicKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'extract'));
  await perform(ctx, actor, 'remove-characteristic', async tx => {
    await loadCharacteristic(tx, key);
    await tx.db.delete(Characteristic, { ...key });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'characteristic', subjectId: key.characteristicId });
  });
}

/** Records a study's value over what was there; null takes it away. */
export async function recordCharacteristic(
  ctx: Context,
  actor: Actor,
  key: CharacteristicKey & { readonly studyId: string },
  { value, foundAt }: { readonly value: number | string | null; readonly foundAt: string },
): Promise<void> {
  await changeStudy(ctx, actor, 'record-characteristic', key, async tx => {
    const { reviewId, characteristicId, studyId } = key;
    const { kind } = await loadCharacteristic(tx, { reviewId, characteristicId });
    await tx.db.delete(CharacteristicValue, { reviewId, characteristicId, studyId });
    if (value === null) return;
    if ((kind === 'number') !== (typeof value === 'number')) {
      const detail = kind === 'number' ? 'This characteristic is a number.' : 'This characteristic is a word.';
      throw new Problem('invalid', detail, {}, [{ pointer: '/body/value', detail }]);
    }
    await tx.db.insert(CharacteristicValue, {
      reviewId,
      characteristicId,
      studyId,
      numberValue: typeof value === 'number' ? value : null,
      textValue: typeof value === 'string' ? value : null,
      foundAt,
      recordedBy: actor.personId,
      recordedAt: tx.now(),
    });
  });
}

async function loadCharacteristic(ctx: Context, key: CharacteristicKey): Promise<Characteristic> {
  const { reviewId, characteristicId } = key;
  const row = await ctx.db.findOneBy(Characteristic, { reviewId, characteristicId });
  if (!row) throw new Problem('not-found', 'There is no such characteristic.');
  return row;
}
