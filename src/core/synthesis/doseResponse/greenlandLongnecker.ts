import type { Rows } from '#core/numeric/matrices';
import { rootBetween } from '#core/numeric/roots';

/** What the study counted: cases and controls, persons followed (cumulative incidence), or time at risk. */
export const DOSE_DESIGNS = ['case-control', 'cumulative-incidence', 'incidence-rate'] as const;
export type DoseDesign = (typeof DOSE_DESIGNS)[number];

/** A category of exposure: `total` is cases and controls, persons or time, according to the design. */
export interface DoseCategory {
  readonly dose: number;
  readonly cases: number;
  readonly total: number;
  /** Against the reference category. */
  readonly logRatio: number;
  readonly standardError: number;
}

export interface DoseStudy {
  readonly studyId: string;
  readonly design: DoseDesign;
  readonly reference: { readonly dose: number; readonly cases: number; readonly total: number };
  readonly categories: readonly DoseCategory[];
}

export interface FittedCases {
  readonly reference: number;
  readonly categories: readonly number[];
  /** Of the reported log ratios. */
  readonly covariance: Rows;
}

/**
 * The cases that the reported (adjusted) log ratios imply while the margins are kept, and from them the covariance of log
 * ratios that share a reference category; the reported standard errors are kept. Throws RangeError when no such numbers
 * exist (the ratios contradict the totals). The odds of the reference category are the one unknown.
 * Source: Greenland and Longnecker (1992), doi:10.1093/oxfordjournals.aje.a116237; Orsini et al. (2012),
 * doi:10.1093/aje/kwr265. Agrees with the reference cases (dosresmeta's examples) within 1e-8.
 */
export function fittedCases({ studyId, design, reference, categories }: DoseStudy): FittedCases {
  const total = categories.reduce((sum, { cases }) => sum + cases, reference.cases);
  const [inReference, fitted] =
    design === 'case-control'
      ? byOdds(reference.total, categories, total)
      : byRisks(reference.total, categories, total);
  const variance = (cases: number, size: number) =>
    1 / cases + { 'case-control': 1 / (size - cases), 'cumulative-incidence': -1 / size, 'incidence-rate': 0 }[design];
  const shared = variance(inReference, reference.total);
  const own = fitted.map((cases, i) => shared + variance(cases, categories[i]?.total ?? Number.NaN));
  if (!(shared > 0) || own.some(value => !(value > shared)))
    throw new RangeError(`fittedCases: study ${studyId}: no cases fit both its ratios and its totals`);
  return {
    reference: inReference,
    categories: fitted,
    covariance: categories.map(({ standardError }, i) =>
      categories.map((other, j) =>
        i === j
          ? standardError ** 2
          : (shared / Math.sqrt((own[i] ?? 1) * (own[j] ?? 1))) * standardError * other.standardError,
      ),
    ),
  };
}

/** Ratios of risks or rates: the cases are in proportion to total × ratio. */
function byRisks(
  referenceTotal: number,
  categories: readonly DoseCategory[],
  cases: number,
): readonly [number, number[]] {
  const shares = categories.map(({ total, logRatio }) => (total * Math.exp(logRatio)) / referenceTotal);
  const inReference = cases / shares.reduce((sum, share) => sum + share, 1);
  return [inReference, shares.map(share => inReference * share)];
}

/** Ratios of odds: all cases follow from the odds of the reference category, and their sum rises with it. */
function byOdds(
  referenceTotal: number,
  categories: readonly DoseCategory[],
  cases: number,
): readonly [number, number[]] {
  const at = (size: number, logOdds: number) => size / (1 + Math.exp(-logOdds));
  const sum = (logOdds: number) =>
    categories.reduce((all, one) => all + at(one.total, logOdds + one.logRatio), at(referenceTotal, logOdds));
  const logOdds = rootBetween(x => sum(x) - cases, -60, 60);
  return [at(referenceTotal, logOdds), categories.map(one => at(one.total, logOdds + one.logRatio))];
}
