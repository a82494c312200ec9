import { type Counts, impossibleCounts } from '#core/extraction/counts';
import { armNumbersOf, impossibleArmResult, impossibleEstimate } from '#core/extraction/impossibleResult';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { placeKey } from '#core/extraction/sheetContent';
import {
  ARM_COLUMNS,
  ESTIMATE_COLUMNS,
  FOUND_AT,
  fieldsOf,
  numbersOfCounts,
  RATIO,
} from '#core/extraction/table/resultColumns';
import type { ResultDeed, ResultsTableState, TableOutcome } from '#core/extraction/table/resultsTable';
import { cellNumber, type TableChange, type TableStudy } from '#core/extraction/table/tableChange';
import { isPlain, type OutcomeKind } from '#core/extraction/vocabulary';

export type Read = (name: string) => string;

const plain = (text: string) => text.trim().toLowerCase();

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

/** Numbers as a row says them: `events 12, total 340, Table 2`. */
function rowWords(
  columns: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, number | null | undefined>>,
  foundAt: string,
): string {
  const said = Object.entries(columns).flatMap(([name, column]) => {
    const value = numbers[name] ?? null;
    return value === null ? [] : [`${column} ${value}`];
  });
  return [...said, foundAt].filter(part => part !== '').join(', ');
}

export function compareArm(
  state: ResultsTableState,
  study: TableStudy,
  arm: TableStudy['arms'][number],
  { outcomeId, kind, name }: TableOutcome,
  line: number,
  read: Read,
): TableChange<ResultDeed>[] {
  const stored = state.armResults.get(placeKey(outcomeId, arm.armId));
  const before = armNumbersOf(stored ?? {});
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
      before: rowWords(ARM_COLUMNS, before, stored?.foundAt ?? ''),
      after: rowWords(ARM_COLUMNS, result.numbers, foundAt),
      ...{ problem: impossible?.detail ?? null, deed: impossible ? null : deed },
    },
  ];
}

export function compareEstimate(
  state: ResultsTableState,
  study: TableStudy,
  { outcomeId, name, kind }: TableOutcome,
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
  const isRatio = ratioText === '' ? (stored?.isRatio ?? usualRatio(kind)) : ['yes', 'true', '1'].includes(ratioText);
  const foundAt = read(FOUND_AT) || (stored?.foundAt ?? '');
  const columns = [
    ...result.changed,
    ...(isRatio === (stored?.isRatio ?? usualRatio(kind)) ? [] : [RATIO]),
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
    ? impossibleEstimate(numbers, kind)[0]?.detail
    : 'The confidence of an interval is between 50 and 100 %.';
  const deed: ResultDeed = { of: 'estimate', studyId: study.studyId, outcomeId, numbers, foundAt };
  const after = `${estimate} (${lower} to ${upper})${foundAt === '' ? '' : `, ${foundAt}`}`;
  return [{ ...at, column, after, problem: impossible ?? null, deed: impossible ? null : deed }];
}

/** Where a kind takes nothing but ratios, nobody needs to say so. */
function usualRatio(kind: OutcomeKind): boolean | null {
  const entry = kindOfOutcome(kind);
  return entry.takes === 'estimate' ? entry.isRatio : null;
}

export function compareCounts(
  state: ResultsTableState,
  study: TableStudy,
  { outcomeId, kind, name }: TableOutcome,
  line: number,
  read: Read,
): TableChange<ResultDeed>[] {
  const stored = state.counts.get(placeKey(outcomeId, study.studyId));
  const fields = fieldsOf(kind);
  const columns = Object.fromEntries(fields.map(field => [field.name, field.column]));
  const known = stored ? numbersOfCounts(stored.counts) : {};
  const before = Object.fromEntries(fields.map(field => [field.name, known[field.name] ?? null]));
  const at = { line, place: `${study.label}, ${name}`, before: rowWords(columns, before, stored?.foundAt ?? '') };
  const result = readNumbers(columns, before, read);
  if (!result.isRead)
    return [{ ...at, column: result.column, after: result.text, problem: result.problem, deed: null }];
  const foundAt = read(FOUND_AT) || (stored?.foundAt ?? '');
  const changed = [...result.changed, ...(foundAt === (stored?.foundAt ?? '') ? [] : [FOUND_AT])];
  if (changed.length === 0) return [];
  const after = rowWords(columns, result.numbers, foundAt);
  const lacking = fields.find(field => result.numbers[field.name] === null);
  if (lacking) {
    const problem = `${lacking.words} is missing: the numbers of a study belong together.`;
    return [{ ...at, column: lacking.column, after, problem, deed: null }];
  }
  const counts = countsFrom(
    kind,
    Object.fromEntries(fields.map(({ name: of }) => [of, result.numbers[of] ?? Number.NaN])),
  );
  const [impossible] = impossibleCounts(kind, counts);
  const deed: ResultDeed = { of: 'counts', studyId: study.studyId, outcomeId, counts, foundAt };
  const problem = impossible?.detail ?? null;
  return [{ ...at, column: changed.join(', '), after, problem, deed: impossible ? null : deed }];
}

function countsFrom(kind: OutcomeKind, numbers: Readonly<Record<string, number>>): Counts {
  if (isPlain(kind)) return { kind, numbers };
  const { tp = 0, fp = 0, fn = 0, tn = 0 } = numbers;
  return { kind: 'accuracy', tp, fp, fn, tn };
}
