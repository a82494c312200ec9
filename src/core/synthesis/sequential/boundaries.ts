import { normalUpperTail } from '#core/numeric/distributions';
import { rootBetween } from '#core/numeric/roots';
import { lookByLook, type Stretch, type Underway } from '#core/synthesis/sequential/lookByLook';
import type { Spending } from '#core/synthesis/sequential/spending';

export interface Boundaries {
  /** Upper boundary on the scale of Z at each look; null at a look too early to spend anything. */
  readonly z: readonly (number | null)[];
  /** Cumulative error by the spending function, over all sides. */
  readonly alphaSpent: readonly number[];
  /** What the boundary would be as the p-value of a single test. */
  readonly nominalP: readonly (number | null)[];
  /** For each fraction of `ahead`: the boundary if the next look were there. */
  readonly ahead: readonly (number | null)[];
}

/** A look whose cumulative spending over all sides is below this has no boundary, and spends nothing. */
export const LEAST_SPENDING = 1e-12;

/** No z further out than this has a probability that a number can hold. */
const FURTHEST = 37;

/** The z above which the given probability lies; infinite when nothing is to be spent. */
export function boundaryFor(probabilityAbove: (z: number) => number, target: number): number {
  if (!(target > 0)) return Number.POSITIVE_INFINITY;
  const logTarget = Math.log(target);
  return rootBetween(z => Math.log(probabilityAbove(z)) - logTarget, -FURTHEST, FURTHEST);
}

/** Where a path stays underway: below the boundary, and with two sides above its mirror image. */
export function inside(z: number, sides: 1 | 2): Stretch {
  return [sides === 2 ? -z : Number.NEGATIVE_INFINITY, z];
}

/**
 * Boundaries that spend an error alpha as information grows: at each look the probability of crossing there for the
 * first time is what the spending function adds. With two sides they are symmetric, each with alpha/2.
 * Takes increasing information fractions above 0, and fractions `ahead` of the last one, each as the one next look.
 * Source: Lan and DeMets (1983), doi:10.1093/biomet/70.3.659.
 * Agrees with the reference cases within 1e-8 (ldbounds prints 4.8769, 3.3569, 2.6803, 2.2898, 2.0310).
 */
export function boundaries(
  timing: readonly number[],
  alpha: number,
  sides: 1 | 2,
  spending: Spending,
  ahead: readonly number[] = [],
): Boundaries {
  const spentAt = (t: number) => sides * spending(t, alpha / sides);
  const alphaSpent = timing.map(spentAt);
  const z: (number | null)[] = [];
  let paths: Underway = lookByLook(0);
  let spent = 0;
  for (const [look, t] of timing.entries()) {
    const now = alphaSpent[look] ?? 0;
    if (now < LEAST_SPENDING) {
      z.push(null);
      continue;
    }
    const boundary = boundaryFor(at => paths.above(t, at), (now - spent) / sides);
    z.push(boundary);
    spent = now;
    const next = timing[look + 1] ?? ahead[0];
    if (next !== undefined) paths = paths.goOn(t, [inside(boundary, sides)], next);
  }
  return {
    z,
    alphaSpent,
    nominalP: z.map(at => (at === null ? null : sides * normalUpperTail(at))),
    ahead: ahead.map(t =>
      spentAt(t) < LEAST_SPENDING ? null : boundaryFor(at => paths.above(t, at), (spentAt(t) - spent) / sides),
    ),
  };
}

export interface CrossingProbabilities {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  readonly total: number;
}

/** Probability of crossing symmetric boundaries for the first time at each look, with drift (E Z = drift √t). */
export function crossingProbabilities(
  timing: readonly number[],
  z: readonly number[],
  drift: number,
): CrossingProbabilities {
  const upper: number[] = [];
  const lower: number[] = [];
  let paths: Underway = lookByLook(drift);
  for (const [look, t] of timing.entries()) {
    const boundary = z[look] ?? Number.POSITIVE_INFINITY;
    upper.push(paths.above(t, boundary));
    lower.push(paths.below(t, -boundary));
    if (look + 1 < timing.length) paths = paths.goOn(t, [inside(boundary, 2)], timing[look + 1] ?? t);
  }
  return { upper, lower, total: [...upper, ...lower].reduce((sum, p) => sum + p, 0) };
}
