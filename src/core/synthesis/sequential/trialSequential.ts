import type { Estimable } from '#core/estimable';
import { normalQuantile } from '#core/numeric/distributions';
import { fitModel } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';
import { boundaries } from '#core/synthesis/sequential/boundaries';
import { diversity } from '#core/synthesis/sequential/diversity';
import { type FutilityOfLooks, futilityOfLooks } from '#core/synthesis/sequential/futilityOfLooks';
import {
  type AnticipatedEffect,
  adjustedSize,
  type Errors,
  type RequiredSize,
  requiredSize,
} from '#core/synthesis/sequential/requiredSize';
import type { SizeAdjustment } from '#core/synthesis/sequential/sequentialChoices';
import type { Spending } from '#core/synthesis/sequential/spending';

export interface SequentialPlan {
  readonly anticipated: AnticipatedEffect;
  readonly errors: Errors;
  /** What the size is adjusted for. */
  readonly heterogeneity: SizeAdjustment;
  readonly spending: Spending;
  readonly model: 'EE' | 'DL';
  readonly futility?: boolean | undefined;
}

export interface SequentialStep {
  readonly persons: number;
  /** Share of the required size, not cut at 1. */
  readonly information: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  /** Null before anything may be spent, and after the required size was reached. */
  readonly boundary: number | null;
  readonly alphaSpent: number | null;
  readonly hasCrossed: boolean | null;
}

export interface TrialSequentialAnalysis {
  /** Heterogeneity of all trials, as fractions. */
  readonly diversity: number;
  readonly iSquared: number;
  readonly tauSquared: number;
  readonly size: RequiredSize;
  readonly sizeForDiversity: number;
  readonly sizeForISquared: number;
  /** What the size was enlarged for, as a fraction: size over 1 less this. */
  readonly adjustedFor: number;
  readonly sizeUsed: number;
  /** The boundary of a next look, by when it comes, up to the required size; none where that was reached. */
  readonly ahead: readonly { readonly persons: number; readonly boundary: number }[];
  readonly steps: readonly SequentialStep[];
  /** Boundaries for giving up, by step; null where nobody asked. */
  readonly futility: Estimable<FutilityOfLooks> | null;
  /** The first step that crosses, 0-based. */
  readonly firstCrossing: number | null;
  readonly interval: { readonly lower: number; readonly upper: number };
  /** With the boundary of the last step in place of 1.96; null where that has none. */
  readonly adjustedInterval: { readonly lower: number; readonly upper: number } | null;
}

const PLACES_AHEAD = 24;

/** From the last look to the required size. */
function fractionsAhead(last: number): number[] {
  return Array.from({ length: PLACES_AHEAD }, (_, place) => last + ((1 - last) * (place + 1)) / PLACES_AHEAD);
}

/**
 * Trial sequential analysis: a cumulative meta-analysis judged by boundaries for repeated looks, on the way to the size
 * that one trial would need. Scale: that of yi. Takes trials in the order of their coming, with the persons of each.
 * Throws RangeError without a trial. Source: Wetterslev et al. (2008), doi:10.1016/j.jclinepi.2007.03.013; Thorlund et
 * al. (2011), User Manual for Trial Sequential Analysis. Agrees with the reference cases within 1e-8.
 */
export function trialSequential(
  effects: Effects,
  persons: readonly number[],
  plan: SequentialPlan,
): TrialSequentialAnalysis {
  const { errors } = plan;
  const all = diversity(effects, 'DL');
  const diversityShare = Math.max(0, all.diversityPercent / 100);
  const iSquared = all.iSquaredPercent / 100;
  const size = requiredSize(plan.anticipated, errors);
  const share =
    typeof plan.heterogeneity === 'object'
      ? plan.heterogeneity.percent / 100
      : { D2: diversityShare, I2: iSquared, none: 0 }[plan.heterogeneity];
  const sizeUsed = adjustedSize(size.persons, share);

  let total = 0;
  const counted = persons.map(n => (total += n));
  const information = counted.map(n => n / sizeUsed);
  const reached = information.findIndex(share => share >= 1);
  const timing = information.slice(0, reached < 0 ? information.length : reached + 1).map(share => Math.min(1, share));
  const ahead = reached < 0 ? fractionsAhead(timing.at(-1) ?? 0) : [];
  const { z, alphaSpent, ahead: next } = boundaries(timing, errors.alpha, errors.sides, plan.spending, ahead);

  const steps = counted.map((n, step): SequentialStep => {
    const upTo = { yi: effects.yi.slice(0, step + 1), vi: effects.vi.slice(0, step + 1) };
    const fit = fitModel(upTo, { method: plan.model, test: 'z' });
    const statistic = fit.statistics[0] ?? Number.NaN;
    const boundary = z[step] ?? null;
    const size = errors.sides === 2 ? Math.abs(statistic) : statistic;
    return {
      persons: n,
      information: information[step] ?? Number.NaN,
      estimate: fit.coefficients[0] ?? Number.NaN,
      standardError: fit.standardErrors[0] ?? Number.NaN,
      z: statistic,
      boundary,
      alphaSpent: alphaSpent[step] ?? null,
      hasCrossed: boundary === null ? null : size >= boundary,
    };
  });
  const last = steps.at(-1);
  if (!last) throw new RangeError('trialSequential: at least one trial is needed');
  const around = (reach: number) => ({
    lower: last.estimate - reach * last.standardError,
    upper: last.estimate + reach * last.standardError,
  });
  const first = steps.findIndex(step => step.hasCrossed === true);
  return {
    diversity: diversityShare,
    iSquared,
    tauSquared: all.tauSquared,
    size,
    sizeForDiversity: adjustedSize(size.persons, diversityShare),
    sizeForISquared: adjustedSize(size.persons, iSquared),
    adjustedFor: share,
    sizeUsed,
    ahead: ahead.flatMap((share, place) => {
      const boundary = next[place] ?? null;
      return boundary === null ? [] : [{ persons: share * sizeUsed, boundary }];
    }),
    steps,
    futility: plan.futility
      ? futilityOfLooks(
          timing,
          steps.map(step => step.z),
          errors,
          plan.spending,
        )
      : null,
    firstCrossing: first < 0 ? null : first,
    interval: around(normalQuantile(errors.alpha / 2, false)),
    adjustedInterval: last.boundary === null ? null : around(last.boundary),
  };
}
