import { fitValue } from '#core/extraction/form/fitValue';
import { placeKey, type SheetContent, withEntry } from '#core/extraction/sheetContent';
import type { ValueSource } from '#core/extraction/valueSource';
import { Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { SearchRecord } from '#entities/SearchRecord';
import type { Actor, Context } from '#services/context';
import { type CharacteristicKey, loadCharacteristic } from '#services/extraction/characteristics';
import { writeValue } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

/** What stands in a field: a value, or that no report tells it; neither takes away what stood there. */
export interface FieldInput {
  readonly value: number | string | null;
  readonly isNotReported: boolean;
  readonly foundAt: string;
  readonly source: ValueSource | null;
}

type StudyValueKey = CharacteristicKey & { readonly studyId: string };

/** Records a study's value over what was there; null takes it away. */
export async function recordCharacteristic(
  ctx: Context,
  actor: Actor,
  key: StudyValueKey,
  input: FieldInput,
): Promise<void> {
  const { reviewId, characteristicId, studyId } = key;
  await writeValue(ctx, actor, key, {
    deed: 'record-characteristic',
    toSheet: (content, tx) => valueIntoSheet(tx, key, null, content, input),
    toTables: async tx => {
      const columns = await requireFitting(tx, key, input, 'study');
      await tx.db.delete(CharacteristicValue, { reviewId, characteristicId, studyId });
      const recorded = { recordedBy: actor.personId, recordedAt: tx.now() };
      const row = columns && { reviewId, characteristicId, studyId, ...columns, ...recorded };
      if (row) await tx.db.insert(CharacteristicValue, row);
      return undefined;
    },
  });
}

/** The same for one arm of it. */
export async function recordArmCharacteristic(
  ctx: Context,
  actor: Actor,
  key: StudyValueKey & { readonly armId: string },
  input: FieldInput,
): Promise<void> {
  const { reviewId, characteristicId, studyId, armId } = key;
  const requireArm = async (tx: DeedContext) => {
    if (await tx.db.existsBy(Arm, { reviewId, studyId, armId })) return;
    throw new Problem('not-found', 'There is no such arm in this study.');
  };
  await writeValue(ctx, actor, key, {
    deed: 'record-characteristic',
    toSheet: async (content, tx) => {
      await requireArm(tx);
      return valueIntoSheet(tx, key, armId, content, input);
    },
    toTables: async tx => {
      const columns = await requireFitting(tx, key, input, 'arm');
      await requireArm(tx);
      await tx.db.delete(ArmCharacteristicValue, { reviewId, characteristicId, armId });
      const recorded = { recordedBy: actor.personId, recordedAt: tx.now() };
      const row = columns && { reviewId, characteristicId, armId, ...columns, ...recorded };
      if (row) await tx.db.insert(ArmCharacteristicValue, row);
      return undefined;
    },
  });
}

async function valueIntoSheet(
  tx: DeedContext,
  key: CharacteristicKey,
  armId: string | null,
  content: SheetContent,
  input: FieldInput,
): Promise<SheetContent> {
  const columns = await requireFitting(tx, key, input, armId === null ? 'study' : 'arm');
  const { foundAt, source } = input;
  const entry = columns && {
    value: columns.numberValue ?? columns.textValue,
    ...{ isNotReported: columns.isNotReported, foundAt, source, at: tx.now().toISOString() },
  };
  return { ...content, values: withEntry(content.values, placeKey(key.characteristicId, armId), entry) };
}

/** The columns of a value that fits its field; null where nothing shall stand there. */
async function requireFitting(tx: DeedContext, key: CharacteristicKey, input: FieldInput, of: 'study' | 'arm') {
  const field = await loadCharacteristic(tx, key);
  if ((field.block === 'arms') !== (of === 'arm')) {
    throw new Problem(
      'conflict',
      of === 'arm' ? 'This is asked of the whole study, not of an arm.' : 'This is asked of each arm of the study.',
    );
  }
  if (field.isRetired) throw new Problem('conflict', 'This field was put away: the form doesn’t ask for it any more.');
  await requireReport(tx, key.reviewId, input.source);
  const { foundAt, source, isNotReported } = input;
  if (input.value === null) {
    return isNotReported ? { numberValue: null, textValue: null, isNotReported, foundAt, source } : null;
  }
  const fitted = fitValue(field, input.value);
  if (!fitted.fits) {
    throw new Problem('invalid', `${field.name}: ${fitted.because}`, {}, [
      { pointer: '/body/value', detail: fitted.because },
    ]);
  }
  const { value } = fitted;
  return {
    numberValue: typeof value === 'number' ? value : null,
    textValue: typeof value === 'string' ? value : null,
    ...{ isNotReported: false, foundAt, source },
  };
}

/** A source names a report of this review, or none. */
export async function requireReport(
  tx: DeedContext,
  reviewId: string,
  source: { readonly recordId?: string | null } | null,
): Promise<void> {
  const recordId = source?.recordId ?? null;
  if (recordId === null || (await tx.db.existsBy(SearchRecord, { reviewId, recordId }))) return;
  throw new Problem('not-found', 'The report that this was read in is not in this review.');
}
