import { normalQuantile } from '#core/numeric/distributions';
import { rootBetween } from '#core/numeric/roots';
import { boundaryFor, inside, LEAST_SPENDING } from '#core/synthesis/sequential/boundaries';
import { lookByLook, type Stretch, type Underway } from '#core/synthesis/sequential/lookByLook';
import type { Errors } from '#core/synthesis/sequential/requiredSize';
import type { Spending } from '#core/synthesis/sequential/spending';

export interface FutilityPlan {
  readonly timing: readonly number[];
  readonly errors: Errors;
  readonly spending: Spending;
  readonly betaSpending: Spending;
  /** Futility is obeyed whenever it is met, so that the boundary of efficacy may count on it. */
  readonly isBinding: boolean;
}

export interface FutilityBoundaries {
  /** E Z at full information for which the last boundaries meet. */
  readonly drift: number;
  /** How much larger than a trial without looks. */
  readonly inflation: number;
  /** Null at a look too early to spend anything of alpha. */
  readonly z: readonly (number | null)[];
  readonly futility: readonly number[];
}

/** Where the boundaries meet before the last look, the drift is too small by more than can be measured. */
const FAR_TOO_SMALL = -10;

/**
 * Boundaries of efficacy and futility that spend alpha and beta: below the futility boundary (with two sides: within its
 * wedge around 0) an effect as large as planned would hardly still be found. The drift is found for which both
 * boundaries meet at the last look. Throws RangeError when no drift does that.
 * Source: Pampallona, Tsiatis and Kim (2001), doi:10.1177/009286150103500408; Jennison and Turnbull (1999), chapter 7.
 * Agrees with the reference cases within 1e-7.
 */
export function futilityBoundaries(plan: FutilityPlan): FutilityBoundaries {
  const { alpha, beta, sides } = plan.errors;
  const plain = normalQuantile(alpha / sides, false) + normalQuantile(beta, false);
  const gap = (drift: number) => {
    const { z, futility } = boundariesAt(plan, drift);
    const room = z.map((upper, look) => (upper ?? Number.POSITIVE_INFINITY) - (futility[look] ?? Number.NaN));
    const last = room.pop() ?? Number.NaN;
    return Number.isNaN(last) || room.some(width => !(width > 0)) ? FAR_TOO_SMALL : last;
  };
  const drift = rootBetween(gap, 0.8 * plain, 2.5 * plain, 1e-11);
  if (Number.isNaN(drift)) throw new RangeError('futilityBoundaries: the boundaries meet for no drift');
  return { drift, inflation: (drift / plain) ** 2, ...boundariesAt(plan, drift) };
}

function boundariesAt(plan: FutilityPlan, drift: number): { z: (number | null)[]; futility: number[] } {
  const { timing, errors, isBinding } = plan;
  const { sides } = errors;
  const z: (number | null)[] = [];
  const futility: number[] = [];
  let [none, some]: [Underway, Underway] = [lookByLook(0), lookByLook(drift)];
  let [alphaSpent, betaSpent] = [0, 0];
  for (const [look, t] of timing.entries()) {
    const due = plan.spending(t, errors.alpha / sides);
    const alphaNow = sides * due < LEAST_SPENDING ? 0 : due;
    const betaNow = plan.betaSpending(t, errors.beta);
    const upper = boundaryFor(at => none.above(t, at), alphaNow - alphaSpent);
    const lower = futilityFor(some, t, betaNow - betaSpent, sides);
    z.push(alphaNow > 0 ? upper : null);
    futility.push(lower);
    [alphaSpent, betaSpent] = [alphaNow, betaNow];
    const next = timing[look + 1];
    if (next === undefined) break;
    const stillOpen = goingOn(lower, upper, sides);
    none = none.goOn(t, isBinding ? stillOpen : [inside(upper, sides)], next);
    some = some.goOn(t, stillOpen, next);
  }
  return { z, futility };
}

function goingOn(futility: number, efficacy: number, sides: 1 | 2): Stretch[] {
  return sides === 1
    ? [[futility, efficacy]]
    : [
        [-efficacy, -futility],
        [futility, efficacy],
      ];
}

/** The z below which (two sides: within which, around 0) the given probability lies; infinite when there is not so much. */
function futilityFor(paths: Underway, t: number, target: number, sides: 1 | 2): number {
  const probability = (z: number) => (sides === 1 ? paths.below(t, z) : paths.below(t, z) - paths.below(t, -z));
  const furthest = 30;
  if (probability(furthest) <= target) return furthest;
  const low = sides === 1 ? -furthest : 0;
  return rootBetween(z => probability(z) - target, low, furthest);
}
