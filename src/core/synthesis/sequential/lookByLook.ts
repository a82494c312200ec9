import { normalUpperTail } from '#core/numeric/distributions';
import { gaussLegendre } from '#core/numeric/gaussLegendre';
import { normalDensity } from '#core/numeric/normalTail';

/** From z to z, on the scale of the test statistic; either end may be infinite. */
export type Stretch = readonly [number, number];

/** The paths that are still on their way after a look. */
export interface Underway {
  /** P(on its way until before the look at fraction t, and Z there > z). */
  readonly above: (t: number, z: number) => number;
  /** P(on its way until before the look at fraction t, and Z there < z). */
  readonly below: (t: number, z: number) => number;
  /** The paths that are at that look within one of the stretches, and so go on. */
  readonly goOn: (t: number, stretches: readonly Stretch[], next: number) => Underway;
}

const POINTS = 16;
const RULE = gaussLegendre(POINTS);
/** Beyond so many standard deviations a normal density adds less than 1e-22. */
const FAR = 10;

/**
 * A group-sequential statistic Z with drift (E Z = drift √t) followed look by look: with x = Z √t the increments are
 * independent and normal with variance of the step in t. The density of those underway is held at the points of Gauss's
 * rule, in panels no wider than the standard deviation of the next step, so that each step is exact to about 1e-13.
 * Source: Armitage, McPherson and Rowe (1969), doi:10.2307/2343787; Jennison and Turnbull (1999), chapter 19.
 */
export function lookByLook(drift: number): Underway {
  return underway(drift, 0, [{ x: 0, mass: 1 }]);
}

/** A place and the probability that stands for its surroundings. Sorted by place. */
interface Place {
  readonly x: number;
  readonly mass: number;
}

function underway(drift: number, since: number, places: readonly Place[]): Underway {
  const scores = (t: number, z: number) => {
    const step = t - since;
    if (!(step > 0)) throw new RangeError('lookByLook: each look needs more information than the one before');
    const root = Math.sqrt(step);
    const at = z * Math.sqrt(t);
    return (x: number) => (at - x - drift * step) / root;
  };
  const total = (t: number, z: number, sign: 1 | -1) => {
    const score = scores(t, z);
    let sum = 0;
    for (const { x, mass } of places) sum += mass * normalUpperTail(sign * score(x));
    return sum;
  };
  return {
    above: (t, z) => total(t, z, 1),
    below: (t, z) => total(t, z, -1),
    goOn: (t, stretches, next) => {
      const root = Math.sqrt(t - since);
      const width = Math.min(root, next > t ? Math.sqrt(next - t) : root);
      const shift = drift * (t - since);
      const first = (places[0]?.x ?? 0) + shift - FAR * root;
      const last = (places[places.length - 1]?.x ?? 0) + shift + FAR * root;
      const after: Place[] = [];
      for (const [from, to] of stretches) {
        const low = Math.max(first, from * Math.sqrt(t));
        const high = Math.min(last, to * Math.sqrt(t));
        if (high > low) spread(places, low, high, width, shift, root, after);
      }
      return underway(drift, t, after);
    },
  };
}

function spread(
  places: readonly Place[],
  low: number,
  high: number,
  width: number,
  shift: number,
  root: number,
  into: Place[],
): void {
  const panels = Math.max(1, Math.ceil((high - low) / width));
  const half = (high - low) / panels / 2;
  let from = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < POINTS; i++) {
      const x = low + half * (2 * panel + 1 + (RULE.nodes[i] ?? 0));
      const origin = x - shift;
      while (from < places.length && (places[from]?.x ?? 0) < origin - FAR * root) from++;
      let density = 0;
      for (let place = from; place < places.length; place++) {
        const source = places[place];
        if (!source || source.x > origin + FAR * root) break;
        density += source.mass * normalDensity((origin - source.x) / root);
      }
      into.push({ x, mass: ((RULE.weights[i] ?? 0) * half * density) / root });
    }
  }
}
