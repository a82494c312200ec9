import type { ColumnSums } from '#core/synthesis/columnSums';
import type { Design } from '#core/synthesis/design';
import type { Effects } from '#core/synthesis/projection';

/** How the variance between studies is estimated; EE is the model without it. */
export const TAU_SQUARED_METHODS = [
  'EE',
  'DL',
  'REML',
  'ML',
  'PM',
  'EB',
  'HE',
  'HS',
  'HSk',
  'SJ',
  'DL2',
  'DLIT',
  'SJIT',
  'PMM',
  'GENQ',
] as const;
export type TauSquaredMethod = (typeof TAU_SQUARED_METHODS)[number];

export function isTauSquaredMethod(word: string): word is TauSquaredMethod {
  return TAU_SQUARED_METHODS.some(method => method === word);
}

export interface TauProblem extends Effects {
  readonly design: Design;
  /** User weights, which only GENQ looks at. */
  readonly weights?: readonly number[];
  /** Of a design of one column at tau² = 0, where they are known already: with many studies each pass counts. */
  readonly sumsAtZero?: ColumnSums;
}

/** One method: the estimate (truncated at 0) and its standard error, NaN when none is known. */
export interface TauSquaredEstimator {
  readonly estimate: (problem: TauProblem) => number;
  readonly standardError: (problem: TauProblem, tauSquared: number) => number;
}

/** 1/(vi + tau²). A copy written over: map would make room for whole numbers first, and then again for fractions. */
export function inverse(vi: readonly number[], tauSquared: number): number[] {
  const weights = vi.slice();
  for (let s = 0; s < weights.length; s++) weights[s] = 1 / ((vi[s] ?? Number.NaN) + tauSquared);
  return weights;
}
