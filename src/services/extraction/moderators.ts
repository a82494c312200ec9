import { fitValue } from '#core/extraction/form/fitValue';
import type { CharacteristicKind, FieldKind } from '#core/extraction/vocabulary';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import type { Context } from '#services/context';

/** A field of the form by which a synthesis may divide studies or explain their effects. */
export interface Moderator {
  readonly characteristicId: string;
  readonly name: string;
  readonly kind: CharacteristicKind;
  readonly unit: string;
  readonly isPlanned: boolean;
  readonly position: number;
}

/** What a field is to a synthesis: a number or a word; null for what no synthesis divides by. */
export function moderatorKind(kind: FieldKind): CharacteristicKind | null {
  if (kind === 'number') return 'number';
  return kind === 'category' || kind === 'yes-no' ? 'category' : null;
}

/** A value is a number or a word, never both: the table says so. Null where no report tells it. */
export function recordedValue({
  numberValue,
  textValue,
}: Pick<CharacteristicValue, 'numberValue' | 'textValue'>): number | string | null {
  return numberValue ?? textValue;
}

/** Moderators of a review with the values that stand; one that doesn't fit the form as it is now is left out. */
export async function loadModerators(ctx: Context, reviewId: string) {
  const rows = await ctx.db.find(Characteristic, {
    where: { reviewId, isRetired: false },
    order: { position: 'ASC', name: 'ASC' },
  });
  const fields = new Map(rows.map(row => [row.characteristicId, row]));
  const characteristics = rows.flatMap((row): Moderator[] => {
    const kind = row.block === 'arms' ? null : moderatorKind(row.kind);
    const { characteristicId, name, unit, isPlanned, position } = row;
    return kind === null ? [] : [{ characteristicId, name, kind, unit, isPlanned, position }];
  });
  const offered = new Set(characteristics.map(one => one.characteristicId));
  const stored = await ctx.db.find(CharacteristicValue, { where: { reviewId }, order: { studyId: 'ASC' } });
  const values = stored.flatMap(row => {
    const field = fields.get(row.characteristicId);
    const value = recordedValue(row);
    if (!field || !offered.has(row.characteristicId) || value === null) return [];
    const fitted = fitValue(field, value);
    const { characteristicId, studyId, foundAt, recordedBy, recordedAt } = row;
    return fitted.fits ? [{ characteristicId, studyId, value: fitted.value, foundAt, recordedBy, recordedAt }] : [];
  });
  return { characteristics, values };
}
