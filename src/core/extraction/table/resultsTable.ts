import {
  type ArmNumbers,
  type EstimateNumbers,
  impossibleArmResult,
  impossibleEstimate,
} from '#core/extraction/impossibleResult';
import { placeKey } from '#core/extraction/sheetContent';
import {
  armNamed,
  cellNumber,
  cellText,
  columnsOf,
  studyNamed,
  type TableChange,
  type TableStudy,
  type UploadedRow,
  unknownColumns,
} from '#core/extraction/table/tableChange';
import type { OutcomeKind } from '#core/vocabulary';

export interface TableOutcome {
  readonly outcomeId: string;
  readonly name: string;
  readonly timepoint: string;
  readonly kind: OutcomeKind;
}

type Estimate = EstimateNumbers & { readonly percentConfidence: number };

export interface ResultsTableState {
  readonly outcomes: readonly TableOutcome[];
  readonly studies: readonly TableStudy[];
  /** By `placeKey` of outcome and arm. */
  readonly armResults: ReadonlyMap<string, ArmNumbers & { readonly foundAt: string }>;
  /** By `placeKey` of outcome and study. */
  readonly estimates: ReadonlyMap<string, Estimate & { readonly foundAt: string }>;
}

export type ResultDeed =
  | {
      readonly of: 'arm';
      readonly studyId: string;
      readonly armId: string;
      readonly outcomeId: string;
      readonly numbers: ArmNumbers;
      readonly foundAt: string;
    }
  | {
      readonly of: 'estimate';
      readonly studyId: string;
      readonly outcomeId: string;
      readonly numbers: Estimate;
      readonly foundAt: string;
    };

const KEYS = ['study', 'outcome', 'timepoint', 'arm'] as const;
const ARM_COLUMNS = { events: 'events', total: 'total', mean: 'mean', standardDeviation: 'sd' } as const;
const ESTIMATE_COLUMNS = {
  estimate: 'estimate',
  lower: 'lower',
  upper: 'upper',
  percentConfidence: 'percent_confidence',
} as const;
const RATIO = 'is_ratio';
const FOUND_AT = 'found_at';
const HEAD = [...KEYS, ...Object.values(ARM_COLUMNS), ...Object.values(ESTIMATE_COLUMNS), RATIO, FOUND_AT];

const said = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** Kinds whose numbers of an arm stand in this table. */
function takesArms(kind: OutcomeKind): boolean {
  return kind === 'dichotomous' || kind === 'continuous';
}

/** The results as a table: a row for each study, outcome and arm, empty ones too, so that they can be filled in. */
export function resultsTable({ outcomes, studies, armResults, estimates }: ResultsTableState): {
  head: string[];
  rows: string[][];
} {
  const rows = studies.flatMap(({ studyId, label, arms }) =>
    outcomes.flatMap(({ outcomeId, name, timepoint, kind }) => {
      if (takesArms(kind)) {
        return arms.map(arm => {
          const numbers = armResults.get(placeKey(outcomeId, arm.armId));
          return [
            ...[label, name, timepoint, arm.name],
            ...[said(numbers?.events), said(numbers?.total), said(numbers?.mean), said(numbers?.standardDeviation)],
            ...['', '', '', '', '', numbers?.foundAt ?? ''],
          ];
        });
      }
      if (kind !== 'generic') return [];
      const own = estimates.get(placeKey(outcomeId, studyId));
      const bounds = [said(own?.estimate), said(own?.lower), said(own?.upper), said(own?.percentConfidence)];
      const ratio = own ? (own.isRatio ? 'yes' : 'no') : '';
      return [[label, name, timepoint, '', '', '', '', '', ...bounds, ratio, own?.foundAt ?? '']];
    }),
  );
  return { head: [...HEAD], rows };
}

/**
 * What an edited table changes, row by row: the numbers of an arm belong together. An empty cell keeps what stands there.
 * What can't be (more events than people, an interval that doesn't hold its estimate) is refused with line and column.
 */
export function compareResultsTable(
  state: ResultsTableState,
  head: readonly string[],
  rows: readonly UploadedRow[],
): TableChange<ResultDeed>[] {
  const columns = columnsOf(head, HEAD);
  const refused = (line: number, column: string, problem: string, after = ''): TableChange<ResultDeed> => ({
    ...{ line, column, place: '', before: '', after, problem, deed: null },
  });
  const lacking = ['study', 'outcome'].filter(name => !columns.has(name));
  if (lacking.length > 0) return lacking.map(name => refused(1, name, `The table has no column “${name}”.`));
  const strangers = unknownColumns(head, HEAD).map(name =>
    refused(1, name, 'This column is not known; it was left alone.'),
  );
  const compared = rows.flatMap(({ line, cells }) => {
    const read = (name: string) => cellText(cells[columns.get(name) ?? -1]);
    const study = studyNamed(state.studies, read('study'));
    if (!study) return [refused(line, 'study', 'There is no study of this name.', read('study'))];
    const outcome = outcomeNamed(state.outcomes, read('outcome'), read('timepoint'));
    if (!outcome) {
      const after = [read('outcome'), read('timepoint')].filter(Boolean).join(', ');
      return [refused(line, 'outcome', 'There is no outcome of this name and timepoint.', after)];
    }
    if (outcome.kind === 'generic') return compareEstimate(state, study, outcome, line, read);
    if (!takesArms(outcome.kind)) return [refused(line, 'outcome', 'Numbers of this outcome are written on its page.')];
    const arm = armNamed(study, read('arm'));
    if (!arm) return [refused(line, 'arm', 'The study has no arm of this name.', read('arm'))];
    return compareArm(state, study, arm, outcome, line, read);
  });
  return [...strangers, ...compared];
}

const plain = (text: string) => text.trim().toLowerCase();

function outcomeNamed(outcomes: readonly TableOutcome[], name: string, timepoint: string): TableOutcome | undefined {
  const named = outcomes.filter(outcome => plain(outcome.name) === plain(name));
  return (
    named.find(outcome => plain(outcome.timepoint) === plain(timepoint)) ??
    (timepoint === '' && named.length === 1 ? named[0] : undefined)
  );
}

type Read = (name: string) => string;

type ReadNumbers<Name extends string> =
  | { readonly isRead: false; readonly problem: string; readonly column: string; readonly text: string }
  | { readonly isRead: true; readonly numbers: Record<Name, number | null>; readonly changed: readonly string[] };

/** The numbers of some columns over what stood there, or the first that can't be read. */
function readNumbers<Name extends string>(
  columns: Readonly<Record<Name, string>>,
  before: Readonly<Record<Name, number | null>>,
  read: Read,
): ReadNumbers<Name> {
  const numbers: Record<Name, number | null> = { ...before };
  const changed: string[] = [];
  // The keys of a constant are its names.
  for (const name of Object.keys(columns) as Name[]) {
    const column = columns[name];
    const text = read(column);
    if (text === '') continue;
    const number = cellNumber(text);
    if ('problem' in number) return { isRead: false, problem: number.problem, column, text };
    if (number.value === before[name]) continue;
    numbers[name] = number.value;
    changed.push(column);
  }
  return { isRead: true, numbers, changed };
}

function compareArm(
  state: ResultsTableState,
  study: TableStudy,
  arm: TableStudy['arms'][number],
  { outcomeId, kind, name }: TableOutcome,
  line: number,
  read: Read,
): TableChange<ResultDeed>[] {
  const stored = state.armResults.get(placeKey(outcomeId, arm.armId));
  const before = {
    events: stored?.events ?? null,
    total: stored?.total ?? null,
    mean: stored?.mean ?? null,
    standardDeviation: stored?.standardDeviation ?? null,
  };
  const place = `${study.label}, ${arm.name}, ${name}`;
  const result = readNumbers(ARM_COLUMNS, before, read);
  if (!result.isRead) {
    return [
      { line, column: result.column, place, before: '', after: result.text, problem: result.problem, deed: null },
    ];
  }
  const foundAt = read(FOUND_AT) || (stored?.foundAt ?? '');
  const columns = [...result.changed, ...(foundAt === (stored?.foundAt ?? '') ? [] : [FOUND_AT])];
  if (columns.length === 0) return [];
  const [impossible] = impossibleArmResult(kind, result.numbers);
  const words = (numbers: Record<string, number | null>, found: string) =>
    [
      ...Object.entries(ARM_COLUMNS).flatMap(([key, column]) =>
        numbers[key] === null || numbers[key] === undefined ? [] : [`${column} ${numbers[key]}`],
      ),
      found,
    ]
      .filter(part => part !== '')
      .join(', ');
  const deed: ResultDeed = {
    of: 'arm',
    studyId: study.studyId,
    armId: arm.armId,
    outcomeId,
    numbers: result.numbers,
    foundAt,
  };
  return [
    {
      ...{ line, column: columns.join(', '), place },
      ...{ before: words(before, stored?.foundAt ?? ''), after: words(result.numbers, foundAt) },
      ...{ problem: impossible?.detail ?? null, deed: impossible ? null : deed },
    },
  ];
}

function compareEstimate(
  state: ResultsTableState,
  study: TableStudy,
  { outcomeId, name }: TableOutcome,
  line: number,
  read: Read,
): TableChange<ResultDeed>[] {
  const stored = state.estimates.get(placeKey(outcomeId, study.studyId));
  const place = `${study.label}, ${name}`;
  const before = {
    estimate: stored?.estimate ?? null,
    lower: stored?.lower ?? null,
    upper: stored?.upper ?? null,
    percentConfidence: stored?.percentConfidence ?? null,
  };
  const result = readNumbers(ESTIMATE_COLUMNS, before, read);
  const at = { line, place, before: stored ? `${stored.estimate} (${stored.lower} to ${stored.upper})` : '' };
  if (!result.isRead)
    return [{ ...at, column: result.column, after: result.text, problem: result.problem, deed: null }];
  const ratioText = plain(read(RATIO));
  const isRatio = ratioText === '' ? (stored?.isRatio ?? null) : ['yes', 'true', '1'].includes(ratioText);
  const foundAt = read(FOUND_AT) || (stored?.foundAt ?? '');
  const columns = [
    ...result.changed,
    ...(isRatio === (stored?.isRatio ?? null) ? [] : [RATIO]),
    ...(foundAt === (stored?.foundAt ?? '') ? [] : [FOUND_AT]),
  ];
  if (columns.length === 0) return [];
  const { estimate, lower, upper } = result.numbers;
  const column = columns.join(', ');
  if (estimate === null || lower === null || upper === null) {
    return [{ ...at, column, after: '', problem: 'An estimate needs its lower and upper bound.', deed: null }];
  }
  if (isRatio === null)
    return [{ ...at, column: RATIO, after: '', problem: 'Say yes for a ratio, no for a difference.', deed: null }];
  const percentConfidence = result.numbers.percentConfidence ?? 95;
  const numbers = { estimate, lower, upper, percentConfidence, isRatio };
  const isConfidence = percentConfidence > 50 && percentConfidence < 100;
  const impossible = isConfidence
    ? impossibleEstimate(numbers)[0]?.detail
    : 'The confidence of an interval is between 50 and 100 %.';
  const deed: ResultDeed = { of: 'estimate', studyId: study.studyId, outcomeId, numbers, foundAt };
  const after = `${estimate} (${lower} to ${upper})${foundAt === '' ? '' : `, ${foundAt}`}`;
  return [{ ...at, column, after, problem: impossible ?? null, deed: impossible ? null : deed }];
}
