import { In } from 'typeorm';
import type { SettledPlace } from '#core/extraction/settledContent';
import { placeIds, placeKey, type SheetContent } from '#core/extraction/sheetContent';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { ArmResult } from '#entities/ArmResult';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { StudyCounts } from '#entities/StudyCounts';
import { StudyResult } from '#entities/StudyResult';
import type { StudyKey } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

/** Puts what was settled where it stands for all, in place of all that stood there. Each value keeps its author and hour. */
export async function writeSettled(tx: DeedContext, key: StudyKey, places: readonly SettledPlace[]): Promise<void> {
  const { reviewId, studyId } = key;
  const arms = In((await tx.db.findBy(Arm, { reviewId, studyId })).map(arm => arm.armId));
  await tx.db.delete(CharacteristicValue, { reviewId, studyId });
  await tx.db.delete(StudyResult, { reviewId, studyId });
  await tx.db.delete(StudyCounts, { reviewId, studyId });
  await tx.db.delete(ArmCharacteristicValue, { reviewId, armId: arms });
  await tx.db.delete(ArmResult, { reviewId, armId: arms });
  await tx.db.update(Arm, { reviewId, studyId }, { randomised: null, randomisedSource: null });
  for (const place of places) await writePlace(tx, key, place);
}

async function writePlace(
  tx: DeedContext,
  { reviewId, studyId }: StudyKey,
  { key, from }: SettledPlace,
): Promise<void> {
  const [kind, ...rest] = key.split(' ');
  const { first, second } = placeIds(rest.join(' '));
  const { content, personId } = from;
  switch (kind) {
    case 'value':
      return writeField(tx, { reviewId, studyId }, first, second, from);
    case 'randomised':
      await tx.db.update(
        Arm,
        { reviewId, armId: first },
        {
          randomised: content.randomised[first] ?? null,
          randomisedSource: content.randomisedSources?.[first] ?? null,
        },
      );
      return;
    case 'arm': {
      const entry = content.armResults[placeKey(first, second)];
      if (!entry || second === null) return;
      const { at, ...numbers } = entry;
      const row = { reviewId, armResultId: tx.newId(), armId: second, outcomeId: first, personTime: null, ...numbers };
      await tx.db.insert(ArmResult, { ...row, extractedBy: personId, extractedAt: new Date(at) });
      return;
    }
    case 'study': {
      const entry = content.studyResults[first];
      if (!entry) return;
      const { at, ...numbers } = entry;
      const row = { reviewId, studyResultId: tx.newId(), studyId, outcomeId: first, ...numbers };
      await tx.db.insert(StudyResult, { ...row, extractedBy: personId, extractedAt: new Date(at) });
      return;
    }
    case 'counts': {
      const entry = content.studyCounts[first];
      if (!entry) return;
      const { at, ...counted } = entry;
      const missing = { source: null, conversion: null, answered: [] };
      const row = { reviewId, studyCountsId: tx.newId(), studyId, outcomeId: first, ...missing, ...counted };
      await tx.db.insert(StudyCounts, { ...row, extractedBy: personId, extractedAt: new Date(at) });
      return;
    }
    default:
      throw new TypeError(`writePlace: nothing is known of a place "${key}"`);
  }
}

async function writeField(
  tx: DeedContext,
  { reviewId, studyId }: StudyKey,
  characteristicId: string,
  armId: string | null,
  { content, personId }: { readonly content: SheetContent; readonly personId: string },
): Promise<void> {
  const entry = content.values[placeKey(characteristicId, armId)];
  if (!entry) return;
  const { value, isNotReported, foundAt, source, at } = entry;
  const row = {
    ...{ reviewId, characteristicId, isNotReported, foundAt, source },
    numberValue: typeof value === 'number' ? value : null,
    textValue: typeof value === 'string' ? value : null,
    ...{ recordedBy: personId, recordedAt: new Date(at) },
  };
  if (armId === null) await tx.db.insert(CharacteristicValue, { ...row, studyId });
  else await tx.db.insert(ArmCharacteristicValue, { ...row, armId });
}
