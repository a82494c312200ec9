import { chiSquareUpperTail, normalQuantile, normalTwoSided, normalUpperTail } from '#core/numeric/distributions';
import { mean } from '#core/numeric/sums';
import type { Effects } from '#core/synthesis/projection';

export interface FailSafe {
  /** How many studies without an effect would change the verdict. */
  readonly count: number;
  readonly p: number | null;
  readonly meanEffect: number | null;
  readonly target: number | null;
}

const NEARLY_WHOLE = 1.5e-8;

/** At least 0, rounded up unless rounding alone keeps it from a whole number. */
function wholeStudies(value: number): number {
  const count = Math.max(0, value);
  const nearest = Math.round(count);
  return Math.abs(count - nearest) < NEARLY_WHOLE ? nearest : Math.ceil(count);
}

const sumOfZ = ({ yi, vi }: Effects) => yi.reduce((total, y, i) => total + y / Math.sqrt(vi[i] ?? Number.NaN), 0);

/** Rosenthal's number with Stouffer's sum of z (1979, doi:10.1037/0033-2909.86.3.638). Agrees with metafor within 1e-9. */
export function rosenthal(effects: Effects, alpha = 0.05): FailSafe {
  const k = effects.yi.length;
  const pooled = Math.abs(sumOfZ(effects)) / Math.sqrt(k);
  return {
    count: wholeStudies(k * (pooled / normalQuantile(alpha, false)) ** 2 - k),
    p: normalUpperTail(pooled),
    meanEffect: null,
    target: null,
  };
}

/** Rosenthal's question asked with Fisher's product of p-values: added studies have p = 1/2. */
export function rosenthalFisher({ yi, vi }: Effects, alpha = 0.05): FailSafe {
  const k = yi.length;
  const product = yi.reduce((sum, y, i) => sum - 2 * Math.log(normalUpperTail(Math.abs(y / Math.sqrt(vi[i] ?? 1)))), 0);
  const pWith = (added: number) => chiSquareUpperTail(product + 2 * added * Math.LN2, 2 * (k + added));
  let high = 1;
  while (pWith(high) < alpha && high < 2 ** 40) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pWith(middle) >= alpha) high = middle;
    else low = middle;
  }
  return { count: high, p: pWith(0), meanEffect: null, target: null };
}

/** Orwin's number (1983): null studies that bring the mean effect down to a target, half of it unless given. */
export function orwin({ yi, vi }: Effects, weighted: boolean, target?: number): FailSafe {
  const k = yi.length;
  const w = vi.map(v => (weighted ? 1 / v : 1));
  const meanEffect = weighted
    ? yi.reduce((total, y, i) => total + (w[i] ?? 0) * y, 0) / w.reduce((a, b) => a + b, 0)
    : mean(yi);
  const goal = target ?? meanEffect / 2;
  return { count: wholeStudies((k * (meanEffect - goal)) / goal), p: null, meanEffect, target: goal };
}

/** Rosenberg's number (2005, doi:10.1111/j.0014-3820.2005.tb01004.x), from the weighted mean and its z. */
export function rosenberg({ yi, vi }: Effects, alpha = 0.05): FailSafe {
  const k = yi.length;
  const weight = vi.reduce((total, v) => total + 1 / v, 0);
  const product = yi.reduce((total, y, i) => total + y / (vi[i] ?? Number.NaN), 0);
  return {
    count: wholeStudies((k * ((product / normalQuantile(alpha / 2, false)) ** 2 - weight)) / weight),
    p: normalTwoSided(product / Math.sqrt(weight)),
    meanEffect: product / weight,
    target: null,
  };
}
