import {
  binomialTails,
  chiSquareQuantile,
  chiSquareUpperTail,
  fQuantile,
  fUpperTail,
  normalLowerTail,
  normalQuantile,
} from '#core/numeric/distributions';
import type { Tails } from '#core/numeric/incompleteGamma';
import { noncentralFTails } from '#core/numeric/noncentralF';
import { rootBetween, rootOfFalling } from '#core/numeric/roots';
import { sumOver } from '#core/numeric/sums';

/** A test as reported: what an article says of its main finding. */
export type ReportedTest =
  | { readonly stat: 't'; readonly value: number; readonly df: number }
  | { readonly stat: 'r'; readonly value: number; readonly df: number }
  | { readonly stat: 'F'; readonly value: number; readonly df1: number; readonly df2: number }
  | { readonly stat: 'chi2'; readonly value: number; readonly df: number }
  | { readonly stat: 'z'; readonly value: number };

/** Stouffer's combination of k probabilities; z and p are null when there is none to combine. */
export interface Stouffer {
  readonly z: number | null;
  readonly p: number | null;
  readonly k: number;
}

export interface PCurve {
  /** Two-sided p of every test, in the order given. */
  readonly p: readonly number[];
  readonly k: number;
  /** Tests with p < 0.05, and with p < 0.025. */
  readonly significant: number;
  readonly belowHalf: number;
  /** Non-centrality of each significant test under which it has power 1/3. */
  readonly noncentrality33: readonly number[];
  readonly rightSkewFull: Stouffer;
  readonly rightSkewHalf: Stouffer;
  readonly flatFull: Stouffer;
  readonly flatHalf: Stouffer;
  /** The same with three times the probability in its place, as the published program prints it. */
  readonly flatHalfPublished: Stouffer;
  readonly binomialRight: number | null;
  readonly binomialFlat: number | null;
  readonly power: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
  readonly hasEvidentialValue: boolean;
  readonly isInadequate: boolean;
}

/** Every test as an F with a numerator and denominator; an infinite denominator is a chi-square over its df. */
interface Test {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
}

/**
 * P-curve: do the significant p-values of a set of tests look like those of a true effect (right skew), or like those of
 * hardly any (flatter than with power 1/3)? And the power behind them. Scale: probabilities.
 * Takes tests of independent findings. Gives nulls where no test is significant.
 * Source: Simonsohn, Nelson and Simmons (2014), doi:10.1037/a0033242, and (2015), doi:10.1037/xge0000104.
 * Agrees with the published program within 1e-3 (all it prints) and with the reference cases within 1e-6.
 */
export function pCurve(reported: readonly ReportedTest[]): PCurve {
  const tests = reported.map(asF);
  const p = tests.map(upperTail);
  const significant = tests.filter((_, i) => (p[i] ?? 1) < ALPHA);
  const half = significant.filter(test => upperTail(test) < ALPHA / 2);
  const noncentrality33 = significant.map(test => noncentralityWithPower(test, 1 / 3));
  const ncpOf = new Map(significant.map((test, i) => [test, noncentrality33[i] ?? 0]));
  const ncp = (test: Test) => ncpOf.get(test) ?? 0;
  /** P(p < 0.025) with power 1/3. */
  const halfPower = (test: Test) => tailsAt(critical(test, ALPHA / 2), test, ncp(test)).upper;
  const given = (test: Test, power: number, noncentrality: number) =>
    1 - tailsAt(test.f, test, noncentrality).upper / power;

  const rightSkewFull = stouffer(significant.map(test => upperTail(test) / ALPHA));
  const rightSkewHalf = stouffer(half.map(test => upperTail(test) / (ALPHA / 2)));
  const flatFull = stouffer(significant.map(test => given(test, 1 / 3, ncp(test))));
  const flatHalf = stouffer(half.map(test => given(test, halfPower(test), ncp(test))));
  const flatHalfPublished = stouffer(half.map(test => given(test, 3 * halfPower(test), ncp(test))));
  const k = significant.length;
  const binomialRight = k === 0 ? null : binomialTails(half.length - 1, k, 0.5).upper;
  const binomialFlat =
    k === 0
      ? null
      : countAtMost(
          half.length,
          significant.map(test => 3 * halfPower(test)),
        );
  const below = (value: number | null, limit: number) => value !== null && value < limit;
  return {
    p,
    k: tests.length,
    significant: k,
    belowHalf: half.length,
    noncentrality33,
    rightSkewFull,
    rightSkewHalf,
    flatFull,
    flatHalf,
    flatHalfPublished,
    binomialRight,
    binomialFlat,
    power: k === 0 ? null : powerBehind(significant),
    hasEvidentialValue: below(rightSkewHalf.p, 0.05) || (below(rightSkewHalf.p, 0.1) && below(rightSkewFull.p, 0.1)),
    isInadequate: below(flatFull.p, 0.05) || (below(flatHalfPublished.p, 0.1) && below(binomialFlat, 0.1)),
  };
}

const ALPHA = 0.05;

function asF(test: ReportedTest): Test {
  switch (test.stat) {
    case 't':
      return { f: test.value ** 2, df1: 1, df2: test.df };
    case 'r':
      return { f: (test.value ** 2 * test.df) / (1 - test.value ** 2), df1: 1, df2: test.df };
    case 'F':
      return { f: test.value, df1: test.df1, df2: test.df2 };
    case 'chi2':
      return { f: test.value / test.df, df1: test.df, df2: Number.POSITIVE_INFINITY };
    case 'z':
      return { f: test.value ** 2, df1: 1, df2: Number.POSITIVE_INFINITY };
  }
}

function upperTail({ f, df1, df2 }: Test): number {
  return df2 === Number.POSITIVE_INFINITY ? chiSquareUpperTail(f * df1, df1) : fUpperTail(f, df1, df2);
}

function tailsAt(f: number, { df1, df2 }: Test, noncentrality: number): Tails {
  return noncentralFTails(f, df1, df2, noncentrality);
}

function critical({ df1, df2 }: Test, p: number): number {
  return df2 === Number.POSITIVE_INFINITY ? chiSquareQuantile(p, df1, false) / df1 : fQuantile(p, df1, df2, false);
}

/** The non-centrality with which the test comes out significant with the given probability (at least 0.05). */
function noncentralityWithPower(test: Test, power: number): number {
  const limit = critical(test, ALPHA);
  if (power <= ALPHA) return 0;
  return rootOfFalling(noncentrality => power - tailsAt(limit, test, noncentrality).upper, 4);
}

/** The published program keeps probabilities this far from 0 and 1. */
const NEAREST = 2.2e-16;

function stouffer(probabilities: readonly number[]): Stouffer {
  const k = probabilities.length;
  if (k === 0) return { z: null, p: null, k };
  const cut = probabilities.map(p => Math.min(1 - NEAREST, Math.max(NEAREST, p)));
  const z = sumOver(k, i => normalQuantile(cut[i] ?? 0.5)) / Math.sqrt(k);
  return { z, p: normalLowerTail(z), k };
}

/** P(at most `count` of independent events happen), each with its own probability. */
function countAtMost(count: number, probabilities: readonly number[]): number {
  let chances = [1];
  for (const p of probabilities) {
    const next = new Array<number>(chances.length + 1).fill(0);
    for (const [i, chance] of chances.entries()) {
      next[i] = (next[i] ?? 0) + chance * (1 - p);
      next[i + 1] = (next[i + 1] ?? 0) + chance * p;
    }
    chances = next;
  }
  return sumOver(Math.min(count + 1, chances.length), i => chances[i] ?? 0);
}

const LEAST_POWER = 0.05;
const GREATEST_POWER = 0.99;

/** The power at which the p-values look neither too large nor too small, with the bounds of a 90 % interval. */
function powerBehind(significant: readonly Test[]): { estimate: number; lower: number; upper: number } {
  const fitOf = (power: number) =>
    stouffer(significant.map(test => 1 - tailsAt(test.f, test, noncentralityWithPower(test, power)).upper / power)).z ??
    0;
  const [most, least] = [fitOf(LEAST_POWER), fitOf(GREATEST_POWER)];
  const where = (target: number) => {
    if (most <= target) return LEAST_POWER;
    if (least >= target) return GREATEST_POWER;
    return rootBetween(power => fitOf(power) - target, LEAST_POWER, GREATEST_POWER, 1e-10);
  };
  const reach = normalQuantile(0.95);
  return { estimate: where(0), lower: where(reach), upper: where(-reach) };
}
