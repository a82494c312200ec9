import { questionTerms } from '#core/screening/questionTerms';
import type { RankingSettings } from '#core/screening/rankingSettings';
import { reportingTerms } from '#core/screening/reportingWords';
import type { SparseRows } from '#core/screening/sparseRows';
import type { TermCounts } from '#core/screening/termCounts';

/** Weighted terms of each record, and of the question in the row after the last record. */
export interface WeightedRows extends SparseRows {
  readonly terms: readonly string[];
  /** Squared length of the terms that no other record has: they can move only the record itself. */
  readonly ownMass: Float32Array;
}

const ROWS_A_SLICE = 2_000;

/**
 * From counts to weights: (1 + ln tf)·(ln((1 + N)/(1 + df)) + 1), without the terms of nearly all records. A row is
 * divided by a length between its own and the mean one (pivoted normalisation, Singhal et al. 1996,
 * doi:10.1145/243199.243206), lest the few words of a bare title count too much. Terms of one record alone are dropped
 * after that, unless the question has them. Yields now and then. The counts are used up: their columns are overwritten.
 */
export function* weighTerms(
  found: TermCounts,
  question: string,
  records: number,
  settings: RankingSettings,
): Generator<void, WeightedRows> {
  const { rowStart, columns, counts } = found;
  const frequency = new Int32Array(found.terms.length);
  for (const column of columns) frequency[column] = (frequency[column] as number) + 1; // as many as terms
  const inverse = Float64Array.from(frequency, inRecords =>
    inRecords > settings.commonShare * records ? 0 : Math.log((1 + records) / (1 + inRecords)) + 1,
  );
  yield;
  const asked = questionTerms(question, found.terms, frequency, records);
  const kept = new Int32Array(found.terms.length).fill(-1);
  const terms: string[] = [];
  let links = 0;
  for (const [term, text] of found.terms.entries()) {
    const isLinking = (frequency[term] as number) >= 2 || asked.has(term);
    if (!isLinking || inverse[term] === 0) continue;
    kept[term] = terms.push(text) - 1;
    links += frequency[term] as number;
  }
  yield;
  const questionsRow = questionRow(asked, reportingTerms(found.terms, inverse), kept, settings);
  const lengths = yield* rowLengths(found, inverse);
  const pivot = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, records);
  const starts = new Int32Array(records + 2);
  const weights = new Float32Array(links + questionsRow.size);
  const ownMass = new Float32Array(records + 1);
  let to = 0;
  // All indices below lie inside: a row keeps at most the terms that it has, so that it is never written before it is read.
  for (let row = 0; row < records; row++) {
    const divisor = (1 - settings.ownLength) * pivot + settings.ownLength * (lengths[row] as number) || 1;
    const end = rowStart[row + 1] as number;
    let lost = 0;
    for (let at = rowStart[row] as number; at < end; at++) {
      const term = columns[at] as number;
      const weight = (damped(counts[at] as number) * (inverse[term] as number)) / divisor;
      const column = kept[term] as number;
      if (column < 0) lost += weight * weight;
      else {
        columns[to] = column;
        weights[to++] = weight;
      }
    }
    ownMass[row] = lost;
    starts[row + 1] = to;
    if (row % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  // Terms of one record alone leave room for the question's at the end; where they don't, there is little to copy.
  let ofRows = columns.subarray(0, weights.length);
  if (ofRows.length < weights.length) {
    ofRows = new Int32Array(weights.length);
    ofRows.set(columns.subarray(0, to));
  }
  for (const [term, weight] of questionsRow) {
    ofRows[to] = kept[term] as number;
    weights[to++] = weight;
  }
  starts[records + 1] = to;
  return { terms, rowStart: starts, columns: ofRows, weights, ownMass };
}

const FEW_TIMES = Float64Array.from({ length: 64 }, (_, times) => (times === 0 ? 0 : 1 + Math.log(times)));

function damped(times: number): number {
  return times < FEW_TIMES.length ? (FEW_TIMES[times] as number) : 1 + Math.log(times);
}

/**
 * The question as a row of length 1: its own words, and at a share of their weight the words of a report of something
 * done and found. Where nothing was asked, or nothing of which a record has a word, these alone are the row: nearly every review
 * looks for reports of something done and found.
 */
function questionRow(
  asked: ReadonlyMap<number, number>,
  reporting: ReadonlyMap<number, number>,
  kept: Int32Array,
  settings: RankingSettings,
): ReadonlyMap<number, number> {
  const isKept = ([term]: readonly [number, number]) => (kept[term] ?? -1) >= 0;
  const own = toUnit([...asked].filter(isKept));
  if (own.length === 0) return new Map(toUnit([...reporting].filter(isKept)));
  const row = new Map(own);
  for (const [term, weight] of [...reporting].filter(isKept)) {
    row.set(term, (row.get(term) ?? 0) + settings.reportingWeight * weight);
  }
  return new Map(toUnit([...row]));
}

type Weighed = readonly (readonly [term: number, weight: number])[];

function toUnit(row: Weighed): Weighed {
  const length = Math.sqrt(row.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return row.map(([term, weight]) => [term, weight / length]);
}

function* rowLengths({ rowStart, columns, counts }: TermCounts, inverse: Float64Array): Generator<void, Float64Array> {
  const lengths = new Float64Array(rowStart.length - 1);
  for (let row = 0; row < lengths.length; row++) {
    const end = rowStart[row + 1] as number; // inside, as above
    let squares = 0;
    for (let at = rowStart[row] as number; at < end; at++) {
      const value = damped(counts[at] as number) * (inverse[columns[at] as number] as number);
      squares += value * value;
    }
    lengths[row] = Math.sqrt(squares);
    if (row % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  return lengths;
}
