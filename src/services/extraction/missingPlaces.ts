import { In } from 'typeorm';
import { placeKey } from '#core/extraction/sheetContent';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import type { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import type { Actor, Context } from '#services/context';
import { loadFields } from '#services/extraction/extractionForm';
import { recordedValue } from '#services/extraction/moderators';
import type { WholeStudy } from '#services/extraction/studyCases';

/** A value of the form as one person may see it: the own sheet's while two extract blind, else what stands for all. */
export interface SeenValue {
  readonly characteristicId: string;
  readonly armId: string | null;
  readonly value: number | string | null;
  readonly isNotReported: boolean;
  readonly foundAt: string;
  readonly source: CharacteristicValue['source'];
  readonly recordedBy: string;
  readonly recordedAt: Date | string;
}

/** Required fields of the form that this person has left empty; fields of the arms are asked of each. */
export async function missingPlaces(ctx: Context, whole: WholeStudy, actor: Pick<Actor, 'personId'>) {
  const { reviewId, studyId } = whole.study;
  const fields = (await loadFields(ctx, reviewId)).filter(field => !field.isRetired);
  const arms = await ctx.db.find(Arm, { where: { reviewId, studyId }, order: { position: 'ASC', armId: 'ASC' } });
  return missingOf(fields, arms, await seenValues(ctx, whole, arms, actor));
}

export async function seenValues(
  ctx: Context,
  whole: WholeStudy,
  arms: readonly Arm[],
  { personId }: Pick<Actor, 'personId'>,
): Promise<SeenValue[]> {
  const { reviewId, studyId } = whole.study;
  if (whole.at.mode === 'double' && !whole.at.isSettled) {
    const mine = whole.sheets.find(sheet => sheet.personId === personId);
    const places = [null, ...arms.map(arm => arm.armId)];
    return Object.entries(mine?.content.values ?? {}).flatMap(([key, { at, ...value }]) => {
      const [characteristicId = '', armId = null] = key.split(' ');
      const isThere = places.includes(armId);
      return isThere ? [{ ...value, characteristicId, armId, recordedBy: personId, recordedAt: at }] : [];
    });
  }
  const ofStudy = await ctx.db.findBy(CharacteristicValue, { reviewId, studyId });
  const ofArms = await ctx.db.findBy(ArmCharacteristicValue, { reviewId, armId: In(arms.map(arm => arm.armId)) });
  return [...ofStudy.map(row => ({ ...row, armId: null })), ...ofArms].map(row => ({
    ...row,
    value: recordedValue(row),
  }));
}

export function missingOf(
  fields: readonly Characteristic[],
  arms: readonly Arm[],
  values: readonly Pick<SeenValue, 'characteristicId' | 'armId'>[],
) {
  const filled = new Set(values.map(value => placeKey(value.characteristicId, value.armId)));
  return fields
    .filter(field => field.isRequired)
    .flatMap(({ characteristicId, name, block }): { characteristicId: string; armId: string | null; name: string }[] =>
      block === 'arms'
        ? arms.map(arm => ({ characteristicId, armId: arm.armId, name: `${name}, ${arm.name}` }))
        : [{ characteristicId, armId: null, name }],
    )
    .filter(place => !filled.has(placeKey(place.characteristicId, place.armId)));
}
