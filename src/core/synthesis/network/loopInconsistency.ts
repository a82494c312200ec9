import { normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import { type Contrast, studiesOf, treatmentsOf } from '#core/synthesis/network/contrasts';

export interface LoopInconsistency {
  /** The treatments around the loop; the last is compared with the first again. */
  readonly loop: readonly string[];
  /** How far the direct evidence around the loop fails to close, always at least 0. */
  readonly difference: number;
  readonly standardError: number;
  /** Of the difference, cut at 0 below. */
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

interface Direct {
  readonly estimate: number;
  readonly variance: number;
  readonly studies: ReadonlySet<string>;
}

/** The direct evidence on a pair: first less second, by inverse variance with the network's tau^2. */
function directOf(contrasts: readonly Contrast[], a: string, b: string, tauSquared: number): Direct | null {
  const own = contrasts.filter(({ t1, t2 }) => (t1 === a && t2 === b) || (t1 === b && t2 === a));
  if (own.length === 0) return null;
  let [weight, pull] = [0, 0];
  for (const { t1, difference, variance } of own) {
    weight += 1 / (variance + tauSquared);
    pull += ((t1 === a ? 1 : -1) * difference) / (variance + tauSquared);
  }
  return { estimate: pull / weight, variance: 1 / weight, studies: new Set(own.map(({ study }) => study)) };
}

/** A loop that studies with all of its treatments alone make up agrees with itself by the way it is made. */
function isTestable(edges: readonly Direct[], whole: ReadonlySet<string>): boolean {
  return edges.some(({ studies }) => [...studies].some(study => !whole.has(study)));
}

/**
 * The inconsistency of every loop of three treatments, and of four that no direct comparison cuts across: direct evidence
 * summed around the loop, which is 0 where all is consistent. Scale: that of the contrasts. `tauSquared` is that of the
 * network; evidence of the edges counts as independent, which studies with three arms make it not quite.
 * Source: Bucher et al. (1997), doi:10.1016/S0895-4356(97)00049-8; Veroniki et al. (2013), doi:10.1093/ije/dys222.
 */
export function loopInconsistency(contrasts: readonly Contrast[], tauSquared: number, level = 95): LoopInconsistency[] {
  const treatments = treatmentsOf(contrasts);
  const arms = studiesOf(contrasts).map(own => ({
    study: own[0]?.study ?? '',
    treatments: new Set(treatmentsOf(own)),
  }));
  const z = normalQuantile(0.5 + level / 200);
  const direct = new Map<string, Direct>();
  for (const a of treatments) {
    for (const b of treatments) {
      const found = a === b ? null : directOf(contrasts, a, b, tauSquared);
      if (found) direct.set(`${a}\n${b}`, found);
    }
  }
  const edge = (a: string | undefined, b: string | undefined) => direct.get(`${a}\n${b}`);
  const around = (loop: readonly string[]): LoopInconsistency[] => {
    const edges = loop.flatMap((a, i) => edge(a, loop[(i + 1) % loop.length]) ?? []);
    const whole = new Set(arms.filter(one => loop.every(name => one.treatments.has(name))).map(({ study }) => study));
    if (edges.length < loop.length || !isTestable(edges, whole)) return [];
    const difference = Math.abs(edges.reduce((sum, { estimate }) => sum + estimate, 0));
    const standardError = Math.sqrt(edges.reduce((sum, { variance }) => sum + variance, 0));
    return [
      {
        loop,
        difference,
        standardError,
        lower: Math.max(0, difference - z * standardError),
        upper: difference + z * standardError,
        p: normalTwoSided(difference / standardError),
      },
    ];
  };
  return loopsOf(treatments, (a, b) => edge(a, b) !== undefined).flatMap(around);
}

/** Triangles, and squares without a diagonal; each once. */
function loopsOf(treatments: readonly string[], isJoined: (a: string, b: string) => boolean): string[][] {
  const loops: string[][] = [];
  treatments.forEach((a, i) => {
    treatments.slice(i + 1).forEach((b, j) => {
      const later = treatments.slice(i + j + 2);
      if (isJoined(a, b)) {
        for (const c of later) if (isJoined(b, c) && isJoined(a, c)) loops.push([a, b, c]);
        return;
      }
      // a and b stand across from each other: c and d, each joined to both, complete the square.
      const both = treatments.filter(c => c !== a && c !== b && isJoined(a, c) && isJoined(b, c));
      both.forEach((c, at) => {
        for (const d of both.slice(at + 1)) if (!isJoined(c, d) && a < c) loops.push([a, c, b, d]);
      });
    });
  });
  return loops;
}
