import type { QuadratureRule } from '#core/numeric/gaussLegendre';
import { symmetricEigen } from '#core/numeric/matrices';

const known = new Map<number, QuadratureRule>();

/**
 * Nodes and weights of Gauss and Hermite's rule for the standard normal density, from its Jacobi matrix.
 * Source: Golub and Welsch (1969), doi:10.1090/S0025-5718-69-99647-1.
 */
export function gaussHermite(points: number): QuadratureRule {
  const before = known.get(points);
  if (before) return before;
  const jacobi = Array.from({ length: points }, (_, i) =>
    Array.from({ length: points }, (__, j) => (Math.abs(i - j) === 1 ? Math.sqrt(Math.max(i, j)) : 0)),
  );
  const { values, vectors } = symmetricEigen(jacobi);
  const rule = { nodes: values, weights: values.map((_, j) => (vectors[0]?.[j] ?? 0) ** 2) };
  known.set(points, rule);
  return rule;
}
