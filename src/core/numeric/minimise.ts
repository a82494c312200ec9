import { cholesky, choleskySolve } from '#core/numeric/matrices';

type Objective = (at: readonly number[]) => number;

/** Central differences: gradient and Hessian of f, with the step of each coordinate. */
export function derivatives(
  f: Objective,
  at: readonly number[],
  steps: readonly number[],
): { gradient: number[]; hessian: number[][] } {
  const centre = f(at);
  const moved = (...moves: readonly (readonly [number, number])[]) => {
    const point = [...at];
    for (const [i, sign] of moves) point[i] = (point[i] ?? 0) + sign * (steps[i] ?? 0);
    return f(point);
  };
  const up = at.map((_, i) => moved([i, 1]));
  const down = at.map((_, i) => moved([i, -1]));
  const gradient = at.map((_, i) => ((up[i] ?? 0) - (down[i] ?? 0)) / (2 * (steps[i] ?? 1)));
  const hessian = at.map((_, i) =>
    at.map((__, j) => {
      const step = steps[i] ?? 1;
      if (i === j) return ((up[i] ?? 0) - 2 * centre + (down[i] ?? 0)) / step ** 2;
      if (j > i) return 0;
      const corners = moved([i, 1], [j, 1]) - moved([i, 1], [j, -1]) - moved([i, -1], [j, 1]) + moved([i, -1], [j, -1]);
      return corners / (4 * step * (steps[j] ?? 1));
    }),
  );
  return {
    gradient,
    hessian: hessian.map((row, i) => row.map((value, j) => (j > i ? (hessian[j]?.[i] ?? 0) : value))),
  };
}

/** A part of a sum of functions, and the coordinates that it depends on. */
export interface Term {
  readonly coordinates: readonly number[];
  readonly value: Objective;
}

/** The same for a sum: each part is moved only along its own coordinates. */
export function derivativesOfSum(
  terms: readonly Term[],
  at: readonly number[],
  steps: readonly number[],
): { gradient: number[]; hessian: number[][] } {
  const gradient = at.map(() => 0);
  const hessian = at.map(() => at.map(() => 0));
  const point = [...at];
  for (const { coordinates, value } of terms) {
    const own = derivatives(
      local => {
        for (const [i, place] of coordinates.entries()) point[place] = local[i] ?? 0;
        const result = value(point);
        for (const place of coordinates) point[place] = at[place] ?? 0;
        return result;
      },
      coordinates.map(place => at[place] ?? 0),
      coordinates.map(place => steps[place] ?? 1),
    );
    for (const [i, place] of coordinates.entries()) {
      gradient[place] = (gradient[place] ?? 0) + (own.gradient[i] ?? 0);
      const row = hessian[place];
      if (row)
        for (const [j, other] of coordinates.entries()) row[other] = (row[other] ?? 0) + (own.hessian[i]?.[j] ?? 0);
    }
  }
  return { gradient, hessian };
}

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Rounds of the search; it converged when it ended before it had made the most that it may. */
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * The minimum of a smooth function of few variables near a start, by Newton's method with numerical derivatives, damped
 * as by Levenberg and Marquardt where the function is not convex. A point where f is not finite counts as infinitely bad.
 */
export function minimise(
  f: Objective,
  start: readonly number[],
  options: { readonly step?: number; readonly rounds?: number; readonly terms?: readonly Term[] } = {},
): Minimum {
  const { step = 1e-4, rounds = 200 } = options;
  const safe: Objective = point => {
    const value = f(point);
    return Number.isFinite(value) ? value : Number.MAX_VALUE;
  };
  let at = [...start];
  let value = safe(at);
  let damping = 1e-3;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < rounds) {
    iterations++;
    const steps = at.map(x => step * Math.max(1, Math.abs(x)));
    const { gradient, hessian } = options.terms
      ? derivativesOfSum(options.terms, at, steps)
      : derivatives(safe, at, steps);
    let moved = false;
    for (let attempt = 0; attempt < 40; attempt++) {
      const damped = hessian.map((row, i) => row.map((h, j) => (i === j ? h + damping * (Math.abs(h) + 1e-8) : h)));
      const lower = cholesky(damped);
      const change = lower ? choleskySolve(lower, gradient).map(x => Math.max(-3, Math.min(3, x))) : null;
      const next = change ? at.map((x, i) => x - (change[i] ?? 0)) : at;
      const reached = change ? safe(next) : Number.MAX_VALUE;
      if (change && reached <= value) {
        const size = Math.max(...change.map((x, i) => Math.abs(x) / Math.max(1, Math.abs(at[i] ?? 0))));
        at = next;
        moved = value - reached > 1e-13 * Math.abs(value) || size > 1e-7;
        value = reached;
        damping = Math.max(1e-12, damping / 10);
        break;
      }
      damping = Math.max(1e-10, damping * 10);
    }
    converged = !moved;
  }
  return { at, value, iterations, converged };
}
