/** How likely a study with a one-sided p-value is to be seen, relative to others. */
export const SELECTION_KINDS = ['stepfun', 'halfnorm', 'negexp', 'logistic', 'power', 'beta'] as const;
export type SelectionKind = (typeof SELECTION_KINDS)[number];

export interface SelectionFunction {
  /** Weight of a p-value at the parameters. */
  readonly weight: (p: number, delta: readonly number[]) => number;
  readonly start: readonly number[];
  /** p-values are cut this far from 0 and 1, where the weight would be 0 or infinite. */
  readonly cut: number;
}

const CUT = 1e-5;

/** The functions of one or two parameters; steps are made by `stepFunction`. */
export const SELECTION_FUNCTIONS: Readonly<Record<Exclude<SelectionKind, 'stepfun'>, SelectionFunction>> = {
  halfnorm: { weight: (p, [d = 0]) => Math.exp(-d * p * p), start: [1], cut: 0 },
  negexp: { weight: (p, [d = 0]) => Math.exp(-d * p), start: [1], cut: 0 },
  logistic: { weight: (p, [d = 0]) => (2 * Math.exp(-d * p)) / (1 + Math.exp(-d * p)), start: [1], cut: 0 },
  power: { weight: (p, [d = 0]) => (1 - p) ** d, start: [1], cut: CUT },
  beta: { weight: (p, [d1 = 1, d2 = 1]) => p ** (d1 - 1) * (1 - p) ** (d2 - 1), start: [1, 1], cut: CUT },
};

/** The weight of the step that p falls in; the first step's is 1. `delta` holds those of the others. */
export function stepWeight(p: number, steps: readonly number[], delta: readonly number[]): number {
  const step = steps.findIndex(limit => p <= limit);
  const place = step < 0 ? steps.length : step;
  return place === 0 ? 1 : (delta[place - 1] ?? Number.NaN);
}
