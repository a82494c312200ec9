import { type FieldEffect, formEffects, type PlacedField, type PlacedValue } from '#core/extraction/form/formEffects';
import type { FormField } from '#core/extraction/form/formField';
import { formProblems } from '#core/extraction/form/formProblems';
import { FORM_BLOCKS } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { ExtractionFormVersion } from '#entities/ExtractionFormVersion';
import { Review } from '#entities/Review';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { recordedValue } from '#services/extraction/moderators';
import { loadStudyCases } from '#services/extraction/studyCases';
import { type DeedContext, perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** All fields, those put away too, in the order of the page. */
export async function loadFields(ctx: Context, reviewId: string): Promise<Characteristic[]> {
  const rows = await ctx.db.find(Characteristic, { where: { reviewId }, order: { position: 'ASC', name: 'ASC' } });
  return rows.toSorted((a, b) => FORM_BLOCKS.indexOf(a.block) - FORM_BLOCKS.indexOf(b.block));
}

export async function readForm(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const fields = await loadFields(ctx, reviewId);
  const versions = await ctx.db.find(ExtractionFormVersion, { where: { reviewId }, order: { version: 'DESC' } });
  const names = await namesOf(
    ctx,
    versions.map(one => one.savedBy),
  );
  return {
    version: versions[0]?.version ?? 0,
    fields: fields.filter(field => !field.isRetired),
    putAway: fields.filter(field => field.isRetired),
    versions: versions.map(one => ({ ...one, savedByName: names.get(one.savedBy) ?? 'former member' })),
    may: { design: whyNotAct(viewer, 'designForm') },
  };
}

/** What a change of the form would do to the values that stand. Sheets of blind extractors are not looked into. */
export async function previewForm(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: readonly PlacedField[],
): Promise<{ effects: FieldEffect[]; blindStudies: number }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'designForm'));
  refuseImpossible(fields);
  const before = await loadFields(ctx, reviewId);
  requireKnown(before, fields);
  const studies = await ctx.db.findBy(Study, { reviewId });
  const arms = await ctx.db.findBy(Arm, { reviewId });
  const values = await standingValues(ctx, reviewId, studies, arms);
  const effects = formEffects({ before, after: fields, values, studies: studies.length, arms: arms.length });
  const cases = [...(await loadStudyCases(ctx, reviewId, actor)).values()];
  return { effects, blindStudies: cases.filter(({ at }) => at.mode === 'double' && !at.isSettled).length };
}

async function standingValues(
  ctx: Context,
  reviewId: string,
  studies: readonly Study[],
  arms: readonly Arm[],
): Promise<PlacedValue[]> {
  const labels = new Map(studies.map(study => [study.studyId, study.label]));
  const places = new Map(arms.map(arm => [arm.armId, `${labels.get(arm.studyId) ?? ''}, ${arm.name}`]));
  const ofStudies = await ctx.db.findBy(CharacteristicValue, { reviewId, isNotReported: false });
  const ofArms = await ctx.db.findBy(ArmCharacteristicValue, { reviewId, isNotReported: false });
  return [
    ...ofStudies.map(row => ({ ...row, place: labels.get(row.studyId) ?? '' })),
    ...ofArms.map(row => ({ ...row, place: places.get(row.armId) ?? '' })),
  ].flatMap(row => {
    const value = recordedValue(row);
    return value === null ? [] : [{ characteristicId: row.characteristicId, place: row.place, value }];
  });
}

/** Saves the next version of the form. A field that is left out is put away; values stay as they were written. */
export async function saveForm(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { readonly fields: readonly PlacedField[]; readonly basedOn: number; readonly note: string },
): Promise<{ version: number }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'designForm'));
  refuseImpossible(input.fields);
  return perform(ctx, actor, 'save-extraction-form', async tx => {
    // Two leads who save at once do so one after the other.
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const latest = await latestVersion(tx, reviewId);
    if (latest !== input.basedOn) {
      throw new Problem('conflict', 'Somebody else has saved a newer version of the form. Load it and try again.');
    }
    const before = await loadFields(tx, reviewId);
    requireKnown(before, input.fields);
    refuseNamesPutAway(before, input.fields);
    await writeFields(tx, reviewId, before, input.fields);
    const version = await keepFormVersion(tx, actor, reviewId, input.note);
    const facts = { version, fields: input.fields.length };
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts });
    return { version };
  });
}

async function writeFields(
  tx: DeedContext,
  reviewId: string,
  before: readonly Characteristic[],
  after: readonly PlacedField[],
): Promise<void> {
  const kept = new Set(after.map(field => field.characteristicId));
  for (const { characteristicId, isRetired } of before) {
    if (!isRetired && !kept.has(characteristicId)) {
      await tx.db.update(Characteristic, { reviewId, characteristicId }, { isRetired: true });
    } else if (kept.has(characteristicId)) {
      // Two fields may swap their names: no two bear the same one on the way.
      await tx.db.update(Characteristic, { reviewId, characteristicId }, { name: characteristicId });
    }
  }
  for (const [position, { characteristicId, ...field }] of after.entries()) {
    const columns = { ...field, choices: [...field.choices], position, isRetired: false };
    if (characteristicId) await tx.db.update(Characteristic, { reviewId, characteristicId }, columns);
    else await tx.db.insert(Characteristic, { reviewId, characteristicId: tx.newId(), ...columns });
  }
}

/** Keeps the form as it stands now as its next version, and gives its number. */
export async function keepFormVersion(tx: DeedContext, actor: Actor, reviewId: string, note: string): Promise<number> {
  const version = (await latestVersion(tx, reviewId)) + 1;
  const fields = (await loadFields(tx, reviewId)).filter(field => !field.isRetired).map(asKept);
  const saved = { savedBy: actor.personId, savedAt: tx.now() };
  await tx.db.insert(ExtractionFormVersion, { reviewId, version, fields, note, ...saved });
  return version;
}

function asKept(field: Characteristic): FormField & { readonly characteristicId: string } {
  const { characteristicId, name, block, kind, unit, help, isRequired, isPlanned, choices, lowest, highest } = field;
  return { characteristicId, name, block, kind, unit, help, isRequired, isPlanned, choices, lowest, highest };
}

async function latestVersion(ctx: Context, reviewId: string): Promise<number> {
  const [last] = await ctx.db.find(ExtractionFormVersion, {
    where: { reviewId },
    select: { reviewId: true, version: true },
    order: { version: 'DESC' },
    take: 1,
  });
  return last?.version ?? 0;
}

function refuseImpossible(fields: readonly PlacedField[]): void {
  const problems = formProblems(fields);
  const [first] = problems;
  if (first) throw new Problem('invalid', first.detail, {}, problems);
}

function requireKnown(before: readonly Characteristic[], fields: readonly PlacedField[]): void {
  const known = new Set(before.map(field => field.characteristicId));
  const named = fields.flatMap(field => field.characteristicId ?? []);
  if (named.some(id => !known.has(id))) throw new Problem('not-found', 'One of the fields is not in this form.');
  if (new Set(named).size !== named.length) throw new Problem('invalid', 'One of the fields stands in the form twice.');
}

function refuseNamesPutAway(before: readonly Characteristic[], fields: readonly PlacedField[]): void {
  const kept = new Set(fields.map(field => field.characteristicId));
  const away = before.filter(field => !kept.has(field.characteristicId)).map(field => field.name.toLowerCase());
  const twin = fields.findIndex(field => away.includes(field.name.toLowerCase()));
  if (twin === -1) return;
  const detail = `A field called “${fields[twin]?.name}” was put away with its values. Bring it back, or choose another name.`;
  throw new Problem('conflict', detail, {}, [{ pointer: `/body/fields/${twin}/name`, detail }]);
}
