import { normalQuantile } from '#core/numeric/distributions';
import { accuracyNumbers } from '#core/synthesis/diagnostic/accuracyNumbers';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { guessColumns, guessKind, plainHead } from '#core/synthesis/table/guessKind';
import { type PartRow, putTogether, type TableProblem, type TableStudy } from '#core/synthesis/table/putTogether';
import { splitTable } from '#core/synthesis/table/splitTable';
import { type TableKindName, tableKind } from '#core/synthesis/table/tableKinds';
import { tableNumber } from '#core/synthesis/table/tableNumber';

/** How a person says the table is to be read; what is missing is guessed from the heads. */
export interface TableReading {
  readonly kind?: TableKindName;
  /** Which column each number is in, by its short name; -1: in none. `study` is the column of names. */
  readonly columns?: Readonly<Record<string, number>>;
  /** Estimates are ratios, to be pooled as logarithms (standard errors are of logarithms already). */
  readonly isRatio?: boolean;
}

export interface ReadTable {
  readonly kind: TableKindName;
  readonly heads: readonly string[];
  readonly columns: Readonly<Record<string, number>>;
  readonly studies: readonly TableStudy[];
  /** Columns that aren't numbers of the kind: by them studies can be divided and effects explained. */
  readonly characteristics: readonly Moderator[];
  /** A row with a problem is not among the studies. */
  readonly problems: readonly TableProblem[];
}

const STUDY_HEADS = ['study', 'slab', 'studlab', 'author', 'label', 'name', 'trial', 'id', 'reference'];
export const MOST_ROWS = 2000;

function studyColumn(heads: readonly string[], taken: ReadonlySet<number>): number {
  const plain = heads.map(plainHead);
  const named = plain.findIndex((head, place) => !taken.has(place) && STUDY_HEADS.some(word => head.startsWith(word)));
  return named >= 0 ? named : heads.findIndex((_, place) => !taken.has(place));
}

/** A head is a row that holds no number where the next row holds some. */
function hasHead(rows: readonly { readonly cells: readonly string[] }[]): boolean {
  const isNumber = (cell: string) => tableNumber(cell).kind === 'number';
  return rows[0] !== undefined && !rows[0].cells.slice(1).some(isNumber);
}

/** An estimate as it is pooled: logarithm of a ratio, standard error from what is given. Null with the detail of why not. */
function estimateNumbers(given: Readonly<Record<string, number>>, isRatio: boolean): Record<string, number> | string {
  const { yi, sei, vi, lower, upper } = given;
  if (yi === undefined) return 'There is no estimate.';
  if (isRatio && yi <= 0) return 'A ratio is above 0. Are these logarithms already?';
  const y = isRatio ? Math.log(yi) : yi;
  if (sei !== undefined) return sei > 0 ? { yi: y, sei } : 'A standard error is above 0.';
  if (vi !== undefined) return vi > 0 ? { yi: y, vi } : 'A variance is above 0.';
  if (lower === undefined || upper === undefined) return 'There is no standard error, variance or interval.';
  if (!(lower < upper)) return 'The lower bound isn’t below the upper one.';
  if (isRatio && lower <= 0) return 'Bounds of a ratio are above 0.';
  const width = isRatio ? Math.log(upper) - Math.log(lower) : upper - lower;
  return { yi: y, sei: width / (2 * normalQuantile(0.975)) };
}

/**
 * A pasted table as studies: the kind of numbers and their columns from the heads or as a person says, every cell that
 * can't be read with its line and column. Intervals of estimates are taken for 95 % ones.
 */
export function readTable(text: string, reading: TableReading = {}): ReadTable {
  const { rows, broken } = splitTable(text);
  const isHeaded = hasHead(rows);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const heads = Array.from(
    { length: width },
    (_, place) => (isHeaded ? rows[0]?.cells[place] : '') || `Column ${place + 1}`,
  );
  const body = rows.slice(isHeaded ? 1 : 0, MOST_ROWS + 1);
  const kind = reading.kind ?? kindOf(heads, body);
  const guessed = guessColumns(kind, heads);
  const { columns: needed } = tableKind(kind);
  const columns: Record<string, number> = {};
  for (const { name } of needed) columns[name] = reading.columns?.[name] ?? guessed[name] ?? -1;
  const taken = new Set(Object.values(columns).filter(place => place >= 0));
  columns.study = reading.columns?.study ?? studyColumn(heads, taken);
  const others = heads.flatMap((head, place) => (taken.has(place) || place === columns.study ? [] : [{ head, place }]));
  const characteristics = others.flatMap(({ head, place }): (Moderator & { place: number })[] => {
    const cells = body.map(({ cells: own }) => own[place] ?? '').filter(cell => tableNumber(cell).kind !== 'empty');
    if (cells.length < 2) return [];
    const isNumber = cells.every(cell => tableNumber(cell).kind === 'number');
    const id = plainHead(head) === 'year' ? 'year' : `column-${place}`;
    return [{ id, name: head, kind: isNumber ? 'number' : 'category', unit: '', place }];
  });
  const knownOf = (cells: readonly string[]) =>
    characteristics.flatMap(({ id, kind: what, place }) => {
      const read = tableNumber(cells[place] ?? '');
      if (read.kind === 'empty') return [];
      return [[id, what === 'number' && read.kind === 'number' ? read.value : (cells[place] ?? '').trim()] as const];
    });
  const problems: TableProblem[] = broken.map(({ line }) => ({
    line,
    column: 'Row',
    detail: 'A quote is not closed.',
  }));
  const labels = new Map<string, number>();
  const parts: PartRow[] = [];
  const rowStudies = body.flatMap(({ line, cells }, index): TableStudy[] => {
    const numbers: Record<string, number> = {};
    const before = problems.length;
    for (const { name, words, isOptional, isText } of needed) {
      const place = columns[name] ?? -1;
      if (place < 0 || isText) continue;
      const read = tableNumber(cells[place] ?? '');
      const column = heads[place] ?? words;
      if (read.kind === 'problem') problems.push({ line, column, detail: read.detail });
      else if (read.kind === 'number') numbers[name] = read.value;
      else if (!isOptional) problems.push({ line, column, detail: `${words} is missing.` });
    }
    const { d1i, d2i } = numbers;
    const own =
      kind === 'estimates' || kind === 'contrasts'
        ? estimateNumbers(numbers, reading.isRatio ?? false)
        : kind === 'accuracy'
          ? accuracyNumbers(numbers)
          : numbers;
    const used = typeof own === 'string' || d1i === undefined || d2i === undefined ? own : { ...own, d1i, d2i };
    if (typeof used === 'string') problems.push({ line, column: 'Estimate', detail: used });
    problems.push(...impossible(kind, numbers).map(detail => ({ line, column: 'Row', detail })));
    if (problems.length > before || typeof used === 'string') return [];
    const name = cells[columns.study ?? -1]?.trim() || `Row ${line}`;
    const characteristics = Object.fromEntries(knownOf(cells));
    if (tableKind(kind).row) {
      const texts = Object.fromEntries(
        needed.flatMap(({ name: text, isText }) => (isText ? [[text, cells[columns[text] ?? -1]?.trim() ?? '']] : [])),
      );
      parts.push({ line, study: name, numbers: used, texts, characteristics });
      return [];
    }
    const seen = labels.get(name) ?? 0;
    labels.set(name, seen + 1);
    return [
      {
        studyId: String(index + 1),
        label: seen === 0 ? name : `${name} (${seen + 1})`,
        numbers: used,
        characteristics,
      },
    ];
  });
  const together = putTogether(kind, parts);
  problems.push(...together.problems);
  return {
    kind,
    heads,
    columns,
    studies: tableKind(kind).row ? together.studies : rowStudies,
    characteristics: characteristics.map(({ id, name, kind: what, unit }) => ({ id, name, kind: what, unit })),
    problems,
  };
}

/** The kind that the heads name; arms of trials only where a study has more rows than one. */
function kindOf(heads: readonly string[], body: readonly { readonly cells: readonly string[] }[]): TableKindName {
  const guess = guessKind(heads);
  if (tableKind(guess).row !== 'arm') return guess;
  const place = studyColumn(heads, new Set(Object.values(guessColumns(guess, heads))));
  const names = body.map(({ cells }) => cells[place] ?? '');
  return new Set(names).size < names.length ? guess : guessKind(heads, ['arms', 'arm-means']);
}

/** What no study can have reported. */
function impossible(
  kind: TableKindName,
  { ai, n1i, ci, n2i, xi, ni, ri, sd1i, sd2i, sdi, tp = 0, fp = 0, fn = 0, tn = 0 }: Record<string, number>,
): string[] {
  const more = (events: number | undefined, total: number | undefined) =>
    events !== undefined && total !== undefined && events > total;
  const found: string[] = [];
  if (kind === 'counts' && more(ai, n1i)) found.push(`${ai} events of ${n1i} people in the first group.`);
  if (kind === 'counts' && more(ci, n2i)) found.push(`${ci} events of ${n2i} people in the second group.`);
  if ((kind === 'proportions' || kind === 'arms') && more(xi, ni)) found.push(`${xi} events of ${ni} people.`);
  if ((kind === 'correlations' || kind === 'paired') && ri !== undefined && Math.abs(ri) > 1)
    found.push(`A correlation of ${ri} can’t be.`);
  if (kind === 'accuracy' && (tp + fn === 0 || fp + tn === 0))
    found.push('Nobody with, or nobody without the condition.');
  if (kind === 'reliability' && (ai ?? 0) >= 1) found.push(`An alpha of ${ai} can’t be.`);
  if ([sd1i, sd2i, sdi].some(sd => sd !== undefined && sd < 0)) found.push('A standard deviation is not below 0.');
  return found;
}
