import { type FixedPool, normalPool } from '#core/synthesis/fixed/fixedPool';
import type { Effects } from '#core/synthesis/projection';

/**
 * Random effects as RevMan 5 computes them: DerSimonian and Laird's tau^2 with Q around a given centre (the
 * Mantel-Haenszel estimate) in place of the inverse-variance mean. Agrees with reference values within 1e-9.
 */
export function dersimonianLairdAround(
  { yi, vi }: Effects,
  centre: number,
  level = 95,
): FixedPool & { readonly q: number; readonly qDf: number; readonly tauSquared: number } {
  const w = vi.map(v => 1 / v);
  const total = w.reduce((a, b) => a + b, 0);
  const squares = w.reduce((a, b) => a + b * b, 0);
  const q = yi.reduce((sum, y, i) => sum + (w[i] ?? 0) * (y - centre) ** 2, 0);
  const qDf = yi.length - 1;
  const tauSquared = qDf > 0 ? Math.max(0, (q - qDf) / (total - squares / total)) : 0;
  const random = vi.map(v => 1 / (v + tauSquared));
  const weight = random.reduce((a, b) => a + b, 0);
  const estimate = yi.reduce((sum, y, i) => sum + (random[i] ?? 0) * y, 0) / weight;
  return { ...normalPool(estimate, Math.sqrt(1 / weight), yi.length, level), q, qDf, tauSquared };
}
