import { fitValue } from '#core/extraction/form/fitValue';
import type { FormField } from '#core/extraction/form/formField';
import { placeKey } from '#core/extraction/sheetContent';
import {
  armNamed,
  cellText,
  columnsOf,
  studyNamed,
  type TableChange,
  type TableStudy,
  type UploadedRow,
  unknownColumns,
} from '#core/extraction/table/tableChange';

export type TableField = FormField & { readonly characteristicId: string };

/** What stands in a field: a value, or that it is not reported. */
export interface TableValue {
  readonly value: number | string | null;
  readonly isNotReported: boolean;
}

export interface FormTableState {
  readonly fields: readonly TableField[];
  readonly studies: readonly TableStudy[];
  /** By `placeKey` of study or arm, and field: the aspect's id first. */
  readonly values: ReadonlyMap<string, TableValue>;
}

/** A value that a table brings for a field. */
export interface FieldDeed {
  readonly characteristicId: string;
  readonly studyId: string;
  readonly armId: string | null;
  readonly value: number | string | null;
  readonly isNotReported: boolean;
}

const NOT_REPORTED = 'not reported';
const KEYS = ['study', 'arm'] as const;

function textAt(state: FormTableState, aspectId: string, characteristicId: string): string {
  const stored = state.values.get(placeKey(aspectId, characteristicId));
  if (!stored) return '';
  return stored.isNotReported ? NOT_REPORTED : String(stored.value ?? '');
}

/** The form as a table: a row for each study, and one for each arm where arms are asked; fields across. */
export function formTable(state: FormTableState): { head: string[]; rows: string[][] } {
  const { fields, studies } = state;
  const asksArms = fields.some(field => field.block === 'arms');
  const rows = studies.flatMap(({ studyId, label, arms }) => [
    [label, '', ...fields.map(field => (field.block === 'arms' ? '' : textAt(state, studyId, field.characteristicId)))],
    ...(asksArms ? arms : []).map(({ armId, name }) => [
      ...[label, name],
      ...fields.map(field => (field.block === 'arms' ? textAt(state, armId, field.characteristicId) : '')),
    ]),
  ]);
  return { head: [...KEYS, ...fields.map(field => field.name)], rows };
}

/**
 * What an edited table changes, cell by cell. An empty cell says nothing: it takes nothing away. "not reported" says just that.
 * Rows, columns and words that belong to nothing are refused with their line.
 */
export function compareFormTable(
  state: FormTableState,
  head: readonly string[],
  rows: readonly UploadedRow[],
): TableChange<FieldDeed>[] {
  const names = [...KEYS, ...state.fields.map(field => field.name)];
  const columns = columnsOf(head, names);
  const refused = (line: number, column: string, problem: string, after = ''): TableChange<FieldDeed> => ({
    ...{ line, column, place: '', before: '', after, problem, deed: null },
  });
  if (!columns.has('study')) return [refused(1, 'study', 'The table has no column “study”.')];
  const strangers = unknownColumns(head, names).map(name => refused(1, name, 'The form has no field of this name.'));
  const cells = rows.flatMap(({ line, cells: row }): TableChange<FieldDeed>[] => {
    const read = (name: string) => cellText(row[columns.get(name) ?? -1]);
    const study = studyNamed(state.studies, read('study'));
    if (!study) return [refused(line, 'study', 'There is no study of this name.', read('study'))];
    const armName = read('arm');
    const arm = armName === '' ? null : armNamed(study, armName);
    if (arm === undefined) return [refused(line, 'arm', 'The study has no arm of this name.', armName)];
    const place = arm ? `${study.label}, ${arm.name}` : study.label;
    return state.fields.flatMap((field): TableChange<FieldDeed>[] => {
      const after = read(field.name);
      if (after === '') return [];
      const aspectId = arm?.armId ?? study.studyId;
      const before = textAt(state, aspectId, field.characteristicId);
      if (after === before) return [];
      const at = { line, column: field.name, place, before, after };
      if ((field.block === 'arms') !== (arm !== null)) {
        const problem = arm
          ? 'It is asked of the study: write it in the row without an arm.'
          : 'It is asked of each arm.';
        return [{ ...at, problem, deed: null }];
      }
      const key = { characteristicId: field.characteristicId, studyId: study.studyId, armId: arm?.armId ?? null };
      if (after.toLowerCase() === NOT_REPORTED) {
        return before === NOT_REPORTED
          ? []
          : [{ ...at, problem: null, deed: { ...key, value: null, isNotReported: true } }];
      }
      const fitted = fitValue(field, after);
      if (!fitted.fits) return [{ ...at, problem: fitted.because, deed: null }];
      if (String(fitted.value) === before) return [];
      return [{ ...at, problem: null, deed: { ...key, value: fitted.value, isNotReported: false } }];
    });
  });
  return [...strangers, ...cells];
}
