import { questionTerms } from '#core/screening/questionTerms';
import type { RankingSettings } from '#core/screening/rankingSettings';
import { reportingTerms } from '#core/screening/reportingWords';
import type { TermCounts } from '#core/screening/termCounts';

/** Weighted terms of each record, and of the question in the row after the last record. */
export interface WeightedRows {
  readonly terms: readonly string[];
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
  /** Squared length of the terms that no other record has: they can move only the record itself. */
  readonly ownMass: Float32Array;
}

/**
 * From counts to weights: (1 + ln tf)·(ln((1 + N)/(1 + df)) + 1), without the terms of nearly all records. A row is
 * divided by a length between its own and the mean one (pivoted normalisation, Singhal et al. 1996,
 * doi:10.1145/243199.243206), lest the few words of a bare title count too much. Terms of one record alone are dropped
 * after that, unless the question has them.
 */
export function weighTerms(
  found: TermCounts,
  question: string,
  records: number,
  settings: RankingSettings,
): WeightedRows {
  const { rowStart, columns, counts } = found;
  const frequency = new Int32Array(found.terms.length);
  for (const column of columns) frequency[column] = (frequency[column] ?? 0) + 1;
  const inverse = Float64Array.from(frequency, inRecords =>
    inRecords > settings.commonShare * records ? 0 : Math.log((1 + records) / (1 + inRecords)) + 1,
  );
  const asked = questionTerms(question, found.terms, frequency, records);
  const kept = new Int32Array(found.terms.length).fill(-1);
  const terms: string[] = [];
  for (const [term, text] of found.terms.entries()) {
    const isLinking = (frequency[term] ?? 0) >= 2 || asked.has(term);
    if ((inverse[term] ?? 0) > 0 && isLinking) kept[term] = terms.push(text) - 1;
  }
  const values = new Float64Array(columns.length);
  for (let at = 0; at < values.length; at++) {
    const count = counts[at] as number; // columns, counts and values are of one length
    values[at] = (count === 1 ? 1 : 1 + Math.log(count)) * (inverse[columns[at] as number] as number);
  }
  const lengths = rowLengths(rowStart, values);
  const pivot = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, records);
  const rows = {
    starts: new Int32Array(records + 2),
    columns: [] as number[],
    weights: [] as number[],
    ownMass: new Float32Array(records + 1),
  };
  for (let row = 0; row < records; row++) {
    const divisor = (1 - settings.ownLength) * pivot + settings.ownLength * (lengths[row] ?? 0) || 1;
    let lost = 0;
    for (let at = rowStart[row] ?? 0; at < (rowStart[row + 1] ?? 0); at++) {
      const column = kept[columns[at] ?? 0] ?? -1;
      const weight = (values[at] ?? 0) / divisor;
      if (column < 0) lost += weight * weight;
      else {
        rows.columns.push(column);
        rows.weights.push(weight);
      }
    }
    rows.ownMass[row] = lost;
    rows.starts[row + 1] = rows.columns.length;
  }
  for (const [term, weight] of questionRow(asked, reportingTerms(found.terms, inverse), kept, settings)) {
    rows.columns.push(kept[term] ?? 0);
    rows.weights.push(weight);
  }
  rows.starts[records + 1] = rows.columns.length;
  return {
    terms,
    rowStart: rows.starts,
    columns: new Int32Array(rows.columns),
    weights: new Float32Array(rows.weights),
    ownMass: rows.ownMass,
  };
}

/**
 * The question as a row of length 1: its own words, and at a share of their weight the words of a report of something
 * done and found. A question of which no record has a word stays empty.
 */
function questionRow(
  asked: ReadonlyMap<number, number>,
  reporting: ReadonlyMap<number, number>,
  kept: Int32Array,
  settings: RankingSettings,
): ReadonlyMap<number, number> {
  const isKept = ([term]: readonly [number, number]) => (kept[term] ?? -1) >= 0;
  const own = toUnit([...asked].filter(isKept));
  if (own.length === 0) return new Map();
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

function rowLengths(rowStart: readonly number[], values: Float64Array): Float64Array {
  return Float64Array.from({ length: rowStart.length - 1 }, (_, row) => {
    let squares = 0;
    for (let at = rowStart[row] ?? 0; at < (rowStart[row + 1] ?? 0); at++) squares += (values[at] ?? 0) ** 2;
    return Math.sqrt(squares);
  });
}
