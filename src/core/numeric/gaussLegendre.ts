/** Places between -1 and 1 and the weights of a quadrature rule. */
export interface QuadratureRule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const known = new Map<number, QuadratureRule>();

/**
 * Gauss's rule on [-1, 1] with n points: exact for polynomials up to degree 2n - 1. Nodes are the roots of Legendre's
 * polynomial, by Newton's method from Tricomi's start; good to rounding for n up to a few hundred.
 */
export function gaussLegendre(n: number): QuadratureRule {
  const before = known.get(n);
  if (before) return before;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let previous = 1;
      let value = x;
      for (let degree = 2; degree <= n; degree++) {
        [previous, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree];
      }
      slope = (n * (x * value - previous)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  const rule = { nodes, weights };
  known.set(n, rule);
  return rule;
}

/** The integral of a smooth function from low to high: `panels` equal pieces, each by Gauss's rule with `points` points. */
export function integrate(f: (x: number) => number, low: number, high: number, panels = 1, points = 20): number {
  const { nodes, weights } = gaussLegendre(points);
  const half = (high - low) / panels / 2;
  let total = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = low + (2 * panel + 1) * half;
    for (let i = 0; i < points; i++) total += (weights[i] ?? 0) * f(middle + half * (nodes[i] ?? 0));
  }
  return total * half;
}
