import { chiSquareUpperTail, normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import { quadraticForm, symmetricInverse } from '#core/numeric/matrices';
import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import { fitConditionalTables, saturatedConditional } from '#core/synthesis/generalised/conditionalTables';
import { type CountFit, type CountStudy, fitCounts } from '#core/synthesis/generalised/countModel';
import {
  type BareCount,
  crudeEffect,
  crudeLevel,
  crudeVariance,
  type GeneralisedData,
  type Pair,
  pairEffects,
  pairsOf,
  saturated,
  singlesOf,
} from '#core/synthesis/generalised/countsOfStudies';

/** Fixed or random study effects, exact or approximate conditional likelihood. */
export const GENERALISED_MODELS = ['UM.FS', 'UM.RS', 'CM.EL', 'CM.AL'] as const;
export type GeneralisedModel = (typeof GENERALISED_MODELS)[number];

export interface HomogeneityTest {
  readonly statistic: number;
  readonly p: number;
}

export interface GeneralisedFit {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  readonly tauSquared: number;
  /** Variance of the study effects; null when they are not random. */
  readonly studyVariance: number | null;
  readonly logLikelihood: number;
  /** Of the counts given the most likely random effects; NaN in the exact conditional model. */
  readonly logLikelihoodAtModes: number;
  /** When every count is fitted exactly. */
  readonly saturatedLogLikelihood: number;
  readonly df: number;
  /** Tests that all studies share one effect. Wald's is null where the model has none. */
  readonly wald: HomogeneityTest | null;
  readonly likelihoodRatio: HomogeneityTest;
  /** Rounds of the search for the maximum, and whether it ended there. */
  readonly iterations: number;
  readonly converged: boolean;
}

const POINTS = 7;

/** Wald's test that study effects are equal, from their own estimates; a study with an empty cell has no weight in it. */
function waldOf(effects: readonly { y: number; v: number }[]): HomogeneityTest {
  const used = effects.filter(({ v }) => Number.isFinite(v));
  const weight = used.reduce((total, { v }) => total + 1 / v, 0);
  const mean = used.reduce((total, { y, v }) => total + y / v, 0) / weight;
  const statistic = used.reduce((total, { y, v }) => total + (y - mean) ** 2 / v, 0);
  return { statistic, p: chiSquareUpperTail(statistic, effects.length - 1) };
}

/**
 * Meta-analysis by a generalised linear mixed model: odds ratios, rate ratios, proportions or rates from the counts themselves,
 * without corrections for zeros. `random`: effects vary between studies (maximum likelihood); otherwise one effect.
 * Scale: log or logit. Takes tables that are not empty in both arms. Proportions and rates of one group ignore the model's name.
 * Source: Stijnen, Hamza, Özdemir (2010), doi:10.1002/sim.4040; Jackson et al. (2018), doi:10.1002/sim.7588.
 * Agrees with metafor 3.8-1 rma.glmm within 2e-3.
 */
export function generalisedMeta(
  data: GeneralisedData,
  model: GeneralisedModel,
  random: boolean,
  level = 95,
): GeneralisedFit {
  const isOfPairs = data.kind === 'tables' || data.kind === 'rates';
  if (isOfPairs && model === 'UM.FS') return withFixedStudies(pairsOf(data), random, level);
  if (isOfPairs && model === 'UM.RS') return withRandomStudies(pairsOf(data), random, level);
  if (data.kind === 'tables' && model === 'CM.EL') return conditional(data.tables, random, level);
  return singleCounts(singlesOf(data), random, level);
}

function report(
  fit: CountFit,
  place: number,
  tau: number,
  k: number,
  level: number,
  tests: { wald: HomogeneityTest | null; ratio: number; saturated: number },
  studyVariance: number | null = null,
): GeneralisedFit {
  const estimate = fit.coefficients[place] ?? Number.NaN;
  const standardError = Math.sqrt(fit.covariance[place]?.[place] ?? Number.NaN);
  const margin = normalQuantile(0.5 + level / 200) * standardError;
  const statistic = Math.max(0, tests.ratio);
  return {
    estimate,
    standardError,
    statistic: estimate / standardError,
    p: normalTwoSided(estimate / standardError),
    lower: estimate - margin,
    upper: estimate + margin,
    tauSquared: tau * tau,
    studyVariance,
    logLikelihood: fit.logLikelihood,
    logLikelihoodAtModes: fit.logLikelihoodAtModes,
    saturatedLogLikelihood: tests.saturated,
    df: k - 1,
    wald: tests.wald,
    likelihoodRatio: { statistic, p: chiSquareUpperTail(statistic, k - 1) },
    iterations: fit.iterations,
    converged: fit.converged,
  };
}

const unit = (length: number, at: number) => Array.from({ length }, (_, i) => (i === at ? 1 : 0));

function withFixedStudies(pairs: readonly Pair[], random: boolean, level: number): GeneralisedFit {
  const k = pairs.length;
  const studies = (loadings: number): CountStudy[] =>
    pairs.map((pair, i) =>
      pair.map((count, arm) => {
        const half = arm === 0 ? 0.5 : -0.5;
        return { ...count, fixed: [half, ...unit(k, i)], random: loadings === 0 ? [] : [half] };
      }),
    );
  const start = [0, ...pairs.map(([one, two]) => (crudeLevel(one) + crudeLevel(two)) / 2)];
  const common = fitCounts({ studies: studies(0), fixedEffects: k + 1, randomEffects: 0, points: 1 }, start, []);
  const best = pairs.reduce((total, [one, two]) => total + saturated(one) + saturated(two), 0);
  const tests = { wald: waldOf(pairEffects(pairs)), ratio: 2 * (best - common.logLikelihood), saturated: best };
  if (!random) return report(common, 0, 0, k, level, tests);
  const fit = fitCounts(
    { studies: studies(1), fixedEffects: k + 1, randomEffects: 1, points: POINTS },
    common.coefficients,
    [0.5],
  );
  return report(fit, 0, fit.standardDeviations[0] ?? 0, k, level, tests);
}

function withRandomStudies(pairs: readonly Pair[], random: boolean, level: number): GeneralisedFit {
  const k = pairs.length;
  const points = random ? 1 : POINTS;
  const first = pairs.reduce((total, [, two]) => total + crudeLevel(two), 0) / k;
  const studies = (loadings: number): CountStudy[] =>
    pairs.map(pair =>
      pair.map((count, arm) => ({
        ...count,
        fixed: [arm === 0 ? 1 : 0, 1],
        random: loadings === 1 ? [1] : [1, arm === 0 ? 0.5 : -0.5],
      })),
    );
  const common = fitCounts({ studies: studies(1), fixedEffects: 2, randomEffects: 1, points }, [0, first], [0.8]);
  const own: CountStudy[] = pairs.map((pair, i) =>
    pair.map((count, arm) => ({ ...count, fixed: [...(arm === 0 ? unit(k, i) : unit(k, -1)), 1], random: [1] })),
  );
  const starts = pairs.map(([one, two]) => crudeLevel(one) - crudeLevel(two));
  const free = fitCounts({ studies: own, fixedEffects: k + 1, randomEffects: 1, points }, [...starts, first], [0.8]);
  const tests = {
    wald: waldOfContrasts(free, k),
    ratio: 2 * (free.logLikelihood - common.logLikelihood),
    saturated: pairs.reduce((total, [one, two]) => total + saturated(one) + saturated(two), 0),
  };
  const variance = (fit: CountFit) => (fit.standardDeviations[0] ?? 0) ** 2;
  if (!random) return report(common, 0, 0, k, level, tests, variance(common));
  const fit = fitCounts({ studies: studies(2), fixedEffects: 2, randomEffects: 2, points: 1 }, common.coefficients, [
    common.standardDeviations[0] ?? 0.8,
    0.5,
  ]);
  return report(fit, 0, fit.standardDeviations[1] ?? 0, k, level, tests, variance(fit));
}

/** Wald's test that the first k coefficients are equal, among those that have information. */
function waldOfContrasts(fit: CountFit, k: number): HomogeneityTest | null {
  const at = (i: number, j: number) => fit.covariance[i]?.[j] ?? Number.NaN;
  const told = Array.from({ length: k }, (_, i) => i).filter(i => Number.isFinite(at(i, i)));
  const [first = 0, ...others] = told;
  const differences = others.map(i => (fit.coefficients[i] ?? 0) - (fit.coefficients[first] ?? 0));
  const inverse = symmetricInverse(
    others.map(i => others.map(j => at(i, j) - at(i, first) - at(first, j) + at(first, first))),
  );
  if (!inverse) return null;
  const statistic = quadraticForm(inverse, differences);
  return { statistic, p: chiSquareUpperTail(statistic, k - 1) };
}

function conditional(tables: readonly Table[], random: boolean, level: number): GeneralisedFit {
  const common = fitConditionalTables(tables, false, 0, 0);
  const best = saturatedConditional(tables);
  const tests = { wald: null, ratio: 2 * (best - common.logLikelihood), saturated: best };
  if (!random) return report(common, 0, 0, tables.length, level, tests);
  const fit = fitConditionalTables(tables, true, common.coefficients[0] ?? 0, 0.5);
  return report(fit, 0, fit.standardDeviations[0] ?? 0, tables.length, level, tests);
}

function singleCounts(counts: readonly BareCount[], random: boolean, level: number): GeneralisedFit {
  const studies = (loadings: number): CountStudy[] =>
    counts.map(count => [{ ...count, fixed: [1], random: loadings === 0 ? [] : [1] }]);
  const common = fitCounts({ studies: studies(0), fixedEffects: 1, randomEffects: 0, points: 1 }, [0], []);
  const best = counts.reduce((total, count) => total + saturated(count), 0);
  const effects = counts.map(count => ({ y: crudeEffect(count) - count.offset, v: crudeVariance(count) }));
  const tests = { wald: waldOf(effects), ratio: 2 * (best - common.logLikelihood), saturated: best };
  if (!random) return report(common, 0, 0, counts.length, level, tests);
  const fit = fitCounts(
    { studies: studies(1), fixedEffects: 1, randomEffects: 1, points: POINTS },
    common.coefficients,
    [0.5],
  );
  return report(fit, 0, fit.standardDeviations[0] ?? 0, counts.length, level, tests);
}
