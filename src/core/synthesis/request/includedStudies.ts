import { Problem } from '#core/problem';
import type { Analysis } from '#core/synthesis/analyse';
import type { ModelOptions } from '#core/synthesis/fitModel';
import { TEST_OF } from '#core/synthesis/poolRandom';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** The studies in the pooled estimate, with the rows of data they came from. */
export interface Included {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly labels: readonly string[];
  readonly rows: SynthesisRequest['data'];
}

export function includedStudies(request: SynthesisRequest, analysis: Analysis): Included {
  const kept = analysis.studies.flatMap(({ effect, label, studyId }) =>
    effect.estimable ? [{ ...effect.value, label, row: request.data[Number(studyId)] ?? {} }] : [],
  );
  return {
    yi: kept.map(({ yi }) => yi),
    vi: kept.map(({ vi }) => vi),
    labels: kept.map(({ label }) => label),
    rows: kept.map(({ row }) => row),
  };
}

export function modelOptions(request: SynthesisRequest): ModelOptions {
  const isFixed = request.model === 'fixed';
  return {
    method: isFixed ? 'EE' : request.tauSquared,
    test: isFixed ? 'z' : TEST_OF[request.interval],
    level: request.level,
  };
}

/** The values of a column of every row, which must all be there. */
export function columnOf(rows: readonly DataRow[], name: string, what: string): (number | string)[] {
  return rows.map((row, i) => {
    const value = row[name];
    if (value === undefined || value === null)
      throw new Problem(
        'invalid',
        `the ${what} "${name}" is missing for ${String(row.slab ?? row.study ?? `row ${i + 1}`)}`,
      );
    return value;
  });
}

/** The same as numbers. */
export function numbersOf(rows: readonly DataRow[], name: string, what: string): number[] {
  return columnOf(rows, name, what).map(value => {
    if (typeof value !== 'number') throw new Problem('invalid', `the ${what} "${name}" is not a number: ${value}`);
    return value;
  });
}

/** Groups by number, in the order of their first row. */
export function groupsOf(names: readonly (number | string)[]): number[] {
  const known = [...new Set(names.map(String))];
  return names.map(name => known.indexOf(String(name)));
}

/** Null with the reason why there is no answer. */
export const noValue = (because: string) => ({ value: null, because });
