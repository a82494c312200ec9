/** One study's estimate with its sampling variance, on the analysis scale. */
export interface EffectSize {
  readonly yi: number;
  readonly vi: number;
}

/**
 * What a study reported, under the field's short names. An absent number is left out.
 * Two groups: `ai bi ci di` (events and non-events) or `ai n1i ci n2i`; `m1i sd1i n1i m2i sd2i n2i`; `x1i t1i x2i t2i`.
 * Survival: `oe voe` or `hr` with `lb ub` (and `level`) or `pval`.
 * One group: `xi ni`, `xi ti`, `mi sdi ni`, `ri ni`, `ai mi ni` (alpha, items, persons). Ready made: `yi` with `vi`, `sei`, `lb ub` or `pval`.
 */
export const STUDY_COLUMNS = [
  ...['ai', 'bi', 'ci', 'di', 'n1i', 'n2i', 'm1i', 'sd1i', 'm2i', 'sd2i', 'x1i', 't1i', 'x2i', 't2i'],
  ...['xi', 'mi', 'ni', 'ri', 'ti', 'sdi', 'yi', 'vi', 'sei'],
  ...['oe', 'voe', 'hr', 'lb', 'ub', 'level', 'pval'],
] as const;
export type StudyNumbers = Readonly<Record<string, number | null | undefined>>;

/** When `add` is added to the counts of a study: never, where it has a zero, everywhere, everywhere once any has a zero. */
export const ZERO_RULES = ['only0', 'all', 'if0all', 'none'] as const;
export type ZeroRule = (typeof ZERO_RULES)[number];

/** Which large-sample variance is meant: LS is the usual one, the others are explained beside each measure. */
export const VARIANCE_KINDS = ['LS', 'LS2', 'UB', 'AV', 'HO', 'AVHO', 'ST', 'CS'] as const;
export type VarianceKind = (typeof VARIANCE_KINDS)[number];

export interface EffectOptions {
  readonly add: number;
  readonly to: ZeroRule;
  /** Leave studies without any event, or without any non-event, in both groups without an effect. */
  readonly drop00: boolean;
  readonly variance: VarianceKind;
}

export const DEFAULT_EFFECT_OPTIONS: EffectOptions = { add: 0.5, to: 'only0', drop00: false, variance: 'LS' };

/** What a measure computes: NaN where yi or vi is undefined. Only `effectSizes` lets it out, as Estimable. */
export interface RawEffect {
  readonly yi: number;
  readonly vi: number;
  /** Total sample size (time at risk for rates), NaN when not known. */
  readonly ni: number;
}

/** A measure sees all studies at once: some variances average over studies. */
export type MeasureFunction = (studies: readonly StudyNumbers[], options: EffectOptions) => RawEffect[];

/** The number under a name, NaN when absent. */
export function numberOf(study: StudyNumbers, name: string): number {
  return study[name] ?? Number.NaN;
}

/** Mean of the values weighted by sample size, over the studies that have both. */
export function weightedByPersons(values: readonly number[], persons: readonly number[]): number {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const n = persons[i] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(n)) continue;
    top += value * n;
    bottom += n;
  }
  return top / bottom;
}
