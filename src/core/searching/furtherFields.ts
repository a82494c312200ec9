import type { ReferenceRecord } from '#core/searching/record';

/** What a source says of a record beyond what Pooled has a place for, under the source's own name for it. */
export interface FurtherField {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * What other screening tools leave in their exports: who included or excluded a record there, and with which labels and
 * notes. It is kept in the record, but neither shown nor written into exports, since whoever screens here would learn how others chose.
 */
const NAMES_OF_CHOICES = /includ|inclus|exclud|exclus|decision|decid|screen|vote|verdict|label|reviewer|tags|notes?$/i;
const OF_CHOICES = /\brayyan-|\bcovidence\b|"?=>"?\s*(?:included|excluded|maybe)/i;

/** Whether a source's note tells how somebody chose in another tool. */
export function tellsOfChoices(value: string): boolean {
  return OF_CHOICES.test(value);
}

/** The tags, columns and identifiers of a record that have no place of their own, without what others chose elsewhere. */
export function furtherFields(record: Pick<ReferenceRecord, 'raw' | 'otherIds'>): FurtherField[] {
  const identifiers = Object.entries(record.otherIds).map(([name, value]) => ({ name, values: [value] }));
  const fields = Object.entries(record.raw).map(([name, values]) => ({
    name,
    values: values.filter(value => !tellsOfChoices(value)),
  }));
  return [...identifiers, ...fields].filter(({ name, values }) => values.length > 0 && !NAMES_OF_CHOICES.test(name));
}
