import type { Rows } from '#core/numeric/matrices';
import { randomFrom, shuffled } from '#core/random';
import type { ModelOptions } from '#core/synthesis/fitModel';
import { metaRegression } from '#core/synthesis/metaRegression';
import type { Effects } from '#core/synthesis/projection';
import { jointChiSquare, solveModel } from '#core/synthesis/solveModel';

/** Rounding that still counts as equal to the observed statistic. */
const SLACK = 1.5e-8;

export interface ModeratorPermutation {
  /** Orders tried, the observed one among them. */
  readonly permutations: number;
  /** Whether these were all orders there are. */
  readonly isExact: boolean;
  /** Two-sided, one a coefficient, intercept first. */
  readonly p: readonly number[];
  /** Of the test of all moderators together; null where there was none. */
  readonly testP: number | null;
}

/** All orders of n places (Heap's algorithm), the given one first; the array is the same each time. */
function* everyOrder(n: number): Generator<readonly number[]> {
  const order = Array.from({ length: n }, (_, i) => i);
  const counters = new Array<number>(n).fill(0);
  yield order;
  let i = 1;
  while (i < n) {
    const counter = counters[i] ?? 0;
    if (counter >= i) {
      counters[i] = 0;
      i++;
      continue;
    }
    const other = i % 2 === 0 ? 0 : counter;
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
    counters[i] = counter + 1;
    i = 1;
    yield order;
  }
}

function* someOrders(n: number, count: number, seed: number): Generator<readonly number[]> {
  const random = randomFrom(seed);
  const first = Array.from({ length: n }, (_, i) => i);
  yield first;
  for (let i = 1; i < count; i++) yield shuffled(first, random);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/**
 * Permutation test of a meta-regression: how often a chance order of the moderators' rows gives statistics at least as
 * far from zero. All orders where there are no more than `most`, else that many drawn from the seed, the observed one
 * among them. Yields the number of orders done now and then, so that it can run beside other work.
 * Source: Higgins and Thompson (2004), doi:10.1002/sim.1752. Exact tests agree with metafor 3.8-1 permutest exactly.
 */
export function* permuteModerators(
  effects: Effects,
  rows: Rows,
  options: Omit<ModelOptions, 'design'>,
  { most = 1000, seed = 1 }: { readonly most?: number; readonly seed?: number } = {},
): Generator<{ readonly done: number; readonly all: number }, ModeratorPermutation> {
  const k = effects.yi.length;
  const orders = factorial(k);
  const isExact = orders <= most;
  const all = isExact ? orders : most;
  const observed = metaRegression(effects, rows, options);
  const { design, statistics } = observed.fit;
  const reached = statistics.map(() => 0);
  const joint = jointChiSquare(observed.fit, observed.tested) ?? 0;
  // The joint test is an F when the model uses t, and the rounding allowed is that of the statistic shown.
  const jointSlack = SLACK * (observed.fit.df === null ? 1 : observed.tested.length);
  let testReached = 0;
  const [yi, vi] = [[...effects.yi], [...effects.vi]];
  const weights = options.weights ? [...options.weights] : undefined;
  let done = 0;
  for (const order of isExact ? everyOrder(k) : someOrders(k, most, seed)) {
    // Moderators in another order are effects in the order that undoes it: so one design serves all of them.
    for (let study = 0; study < k; study++) {
      const place = order[study] ?? 0;
      yi[place] = effects.yi[study] ?? Number.NaN;
      vi[place] = effects.vi[study] ?? Number.NaN;
      if (weights) weights[place] = options.weights?.[study] ?? Number.NaN;
    }
    const fit = solveModel({ yi, vi }, design, weights ? { ...options, weights } : options);
    for (let place = 0; place < statistics.length; place++) {
      if (Math.abs(fit.statistics[place] ?? 0) >= Math.abs(statistics[place] ?? 0) - SLACK)
        reached[place] = (reached[place] ?? 0) + 1;
    }
    if ((jointChiSquare(fit, observed.tested) ?? 0) >= joint - jointSlack) testReached++;
    done++;
    if (done % 25 === 0) yield { done, all };
  }
  return {
    permutations: done,
    isExact,
    p: reached.map(count => count / done),
    testP: observed.moderatorTest ? testReached / done : null,
  };
}
