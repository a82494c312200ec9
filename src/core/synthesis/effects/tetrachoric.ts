import { normalLowerTail, normalQuantile } from '#core/numeric/distributions';
import { rootBetween } from '#core/numeric/roots';
import { perTable } from '#core/synthesis/effects/twoByTwo';

const NODES = Array.from({ length: 64 }, (_, i) => i + 0.5);

/** Density of the standard bivariate normal distribution. */
function density(h: number, k: number, rho: number): number {
  const rest = 1 - rho * rho;
  return Math.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
}

/** P(X <= h, Y <= k) with correlation rho: Phi(h)Phi(k) plus the density integrated over the correlation (Plackett 1954). */
export function bivariateNormal(h: number, k: number, rho: number): number {
  const end = Math.asin(rho);
  // Tanh-sinh rule: the integrand is steep where the correlation nears one.
  let integral = 0;
  for (const node of NODES) {
    for (const sign of [-1, 1]) {
      const t = (sign * node * 3.2) / NODES.length;
      const u = (Math.PI / 2) * Math.sinh(t);
      const x = 1 / (1 + Math.exp(-2 * u));
      const weight = ((Math.PI / 2) * Math.cosh(t)) / (2 * Math.cosh(u) ** 2);
      const angle = end * x;
      const cosine = Math.cos(angle);
      if (cosine < 1e-12 || weight === 0) continue;
      integral += weight * density(h, k, Math.sin(angle)) * cosine;
    }
  }
  return normalLowerTail(h) * normalLowerTail(k) + integral * end * (3.2 / NODES.length);
}

/**
 * Tetrachoric correlation of a 2x2 table by maximum likelihood: the table is reproduced exactly by two thresholds and a
 * correlation; the variance follows by the delta method, which for such a saturated model is the inverse information
 * (Hamdan 1970, doi:10.1093/biomet/57.1.212).
 */
export const tetrachoric = perTable(({ a, b, c, d, n1, n2 }) => {
  const n = n1 + n2;
  const h = normalQuantile(n1 / n);
  const k = normalQuantile((a + c) / n);
  const rho = rootBetween(r => bivariateNormal(h, k, r) - a / n, -1 + 1e-10, 1 - 1e-10);
  // The joint share p = F(h, k, rho): d rho = (dp - byRow dP - byColumn dQ)/density, with P and Q the two margins.
  const rest = Math.sqrt(1 - rho * rho);
  const byRow = normalLowerTail((k - rho * h) / rest);
  const byColumn = normalLowerTail((h - rho * k) / rest);
  const slopes = [1 - byRow - byColumn, -byRow, -byColumn, 0];
  const cells = [a / n, b / n, c / n, d / n];
  const mean = slopes.reduce((total, slope, i) => total + slope * (cells[i] ?? 0), 0);
  const square = slopes.reduce((total, slope, i) => total + slope * slope * (cells[i] ?? 0), 0);
  return { yi: rho, vi: (square - mean * mean) / (n * density(h, k, rho) ** 2) };
});
