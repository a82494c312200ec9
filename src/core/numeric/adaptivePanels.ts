import { gaussLegendre } from '#core/numeric/gaussLegendre';

/** A place of integration, and the integrand there times its share of the width. */
export interface WeightedPlace {
  readonly x: number;
  readonly weight: number;
}

/** A stretch within which Gauss's rule holds the integral. */
export interface Panel {
  readonly low: number;
  readonly high: number;
  readonly places: readonly WeightedPlace[];
  readonly mass: number;
}

const POINTS = 20;
const DEEPEST = 40;

/**
 * Cuts a stretch into panels until Gauss's rule with 20 points and the same rule on both halves agree for f, and for f
 * times each of `moments`, within `tolerance` of the whole. Takes breaks in ascending order; put them where f is narrow.
 * Source: Davis and Rabinowitz (1984), Methods of Numerical Integration, chapter 6.
 */
export function adaptivePanels(
  f: (x: number) => number,
  breaks: readonly number[],
  moments: readonly ((x: number) => number)[] = [],
  tolerance = 1e-14,
): Panel[] {
  const sizesOf = (panel: Panel) => [
    panel.mass,
    ...moments.map(moment => panel.places.reduce((total, { x, weight }) => total + weight * moment(x), 0)),
  ];
  const coarse = breaks.slice(1).map((high, i) => panelOf(f, breaks[i] ?? high, high));
  const scales = coarse
    .map(sizesOf)
    .reduce((total, sizes) => sizes.map((size, i) => Math.abs(size) + (total[i] ?? 0)), []);
  const done: Panel[] = [];
  const refine = (panel: Panel, depth: number): void => {
    const middle = (panel.low + panel.high) / 2;
    const halves = [panelOf(f, panel.low, middle), panelOf(f, middle, panel.high)] as const;
    const [first, second] = [sizesOf(halves[0]), sizesOf(halves[1])];
    const isExact = sizesOf(panel).every((size, i) => {
      const apart = Math.abs(size - (first[i] ?? 0) - (second[i] ?? 0));
      scales[i] = Math.max(scales[i] ?? 0, Math.abs(first[i] ?? 0) + Math.abs(second[i] ?? 0));
      return apart <= tolerance * (scales[i] ?? 0);
    });
    if (isExact || depth >= DEEPEST) done.push(panel);
    else for (const half of halves) refine(half, depth + 1);
  };
  for (const panel of coarse) refine(panel, 0);
  return done;
}

/** Gauss's rule with 20 points on one stretch. */
export function panelOf(f: (x: number) => number, low: number, high: number): Panel {
  const { nodes, weights } = gaussLegendre(POINTS);
  const half = (high - low) / 2;
  const places = nodes.map((node, i) => {
    const x = (low + high) / 2 + half * node;
    return { x, weight: (weights[i] ?? 0) * half * f(x) };
  });
  return { low, high, places, mass: places.reduce((total, { weight }) => total + weight, 0) };
}
