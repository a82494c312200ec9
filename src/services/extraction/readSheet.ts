import { In } from 'typeorm';
import { fitValue } from '#core/extraction/form/fitValue';
import { Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import type { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { Study } from '#entities/Study';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { loadFields } from '#services/extraction/extractionForm';
import { recordedValue } from '#services/extraction/moderators';
import type { StudyKey } from '#services/extraction/studies';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** What stands in the fields of the form for one study, and which required ones are empty. */
export async function readSheet(ctx: Context, actor: Actor, { reviewId, studyId }: StudyKey) {
  const viewer = await standInReview(ctx, actor, reviewId);
  if (!(await ctx.db.existsBy(Study, { reviewId, studyId }))) {
    throw new Problem('not-found', 'There is no such study.');
  }
  const fields = (await loadFields(ctx, reviewId)).filter(field => !field.isRetired);
  const arms = await ctx.db.find(Arm, { where: { reviewId, studyId }, order: { position: 'ASC', armId: 'ASC' } });
  const values = await valuesOfStudy(ctx, reviewId, studyId, arms);
  const names = await namesOf(
    ctx,
    values.map(value => value.recordedBy),
  );
  const known = new Map(fields.map(field => [field.characteristicId, field]));
  return {
    values: values.flatMap(value => {
      const field = known.get(value.characteristicId);
      return field
        ? [{ ...present(field, value), recordedByName: names.get(value.recordedBy) ?? 'former member' }]
        : [];
    }),
    missing: missingOf(fields, arms, values),
    may: { fill: whyNotAct(viewer, 'extract') },
  };
}

async function valuesOfStudy(ctx: Context, reviewId: string, studyId: string, arms: readonly Arm[]) {
  const ofStudy = await ctx.db.findBy(CharacteristicValue, { reviewId, studyId });
  const ofArms = await ctx.db.findBy(ArmCharacteristicValue, { reviewId, armId: In(arms.map(arm => arm.armId)) });
  return [...ofStudy.map(row => ({ ...row, armId: null })), ...ofArms].map(row => ({
    ...row,
    value: recordedValue(row),
  }));
}
type StoredValue = Awaited<ReturnType<typeof valuesOfStudy>>[number];

function present(field: Characteristic, row: StoredValue) {
  const { characteristicId, armId, isNotReported, foundAt, source, recordedAt } = row;
  const fitted = row.value === null ? null : fitValue(field, row.value);
  const misfit = fitted && !fitted.fits ? fitted.because : null;
  const value = fitted?.fits ? fitted.value : row.value;
  return { characteristicId, armId, value, isNotReported, misfit, foundAt, source, recordedAt };
}

/** Required fields without an answer; fields of the arms are asked of each. */
function missingOf(fields: readonly Characteristic[], arms: readonly Arm[], values: readonly StoredValue[]) {
  const filled = new Set(values.map(value => `${value.characteristicId} ${value.armId ?? ''}`));
  return fields
    .filter(field => field.isRequired)
    .flatMap(({ characteristicId, name, block }) =>
      block === 'arms'
        ? arms.map(arm => ({ characteristicId, armId: arm.armId as string | null, name: `${name}, ${arm.name}` }))
        : [{ characteristicId, armId: null, name }],
    )
    .filter(place => !filled.has(`${place.characteristicId} ${place.armId ?? ''}`));
}
