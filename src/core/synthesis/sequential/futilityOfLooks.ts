import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { futilityBoundaries } from '#core/synthesis/sequential/futilityBoundaries';
import type { Errors } from '#core/synthesis/sequential/requiredSize';
import type { Spending } from '#core/synthesis/sequential/spending';

/** Where an effect as large as planned would hardly still be found. */
export interface FutilityOfLooks {
  /** By look, up to the one that reaches the required size: |Z| (one side: Z) below it is futile; null: too early for that. */
  readonly z: readonly (number | null)[];
  /** Where both boundaries meet, with all the information; null where the looks have reached it. */
  readonly end: number | null;
  /** How much larger than the required size all information is, so that both boundaries keep the power. */
  readonly inflation: number;
  /** The first look that is futile, 0-based. */
  readonly first: number | null;
}

/** So early so little of beta may be spent that nobody gives up: such looks let all paths go on, as if nobody looked. */
const NOTHING_TO_SPEND = 1e-7;

/**
 * Futility boundaries for looks at given shares of the information: beta is spent as alpha is, and they are not binding
 * (who goes on all the same keeps alpha). A last look at all of the information is planned where it wasn't reached.
 * Scale: Z. Takes the shares in rising order, cut at 1, and the Z of each look. Not estimable: `boundaries-do-not-meet`.
 * Source and agreement: see futilityBoundaries.
 */
export function futilityOfLooks(
  timing: readonly number[],
  statistics: readonly number[],
  errors: Errors,
  spending: Spending,
): Estimable<FutilityOfLooks> {
  const isReached = (timing.at(-1) ?? 0) >= 1;
  const early = timing.filter(t => spending(t, errors.beta) < NOTHING_TO_SPEND).length;
  const planned = [...timing.slice(early), ...(isReached ? [] : [1])];
  try {
    const { futility, inflation } = futilityBoundaries({
      timing: planned,
      errors,
      spending,
      betaSpending: spending,
      isBinding: false,
    });
    const z = timing.map((_, look) => (look < early ? null : (futility[look - early] ?? null)));
    const first = z.findIndex((bound, look) => {
      const own = statistics[look] ?? Number.NaN;
      return bound !== null && (errors.sides === 2 ? Math.abs(own) : own) < bound;
    });
    return estimable({
      z,
      end: isReached ? null : (futility.at(-1) ?? null),
      inflation,
      first: first < 0 ? null : first,
    });
  } catch (error) {
    // No drift is found for some plans, such as many looks at next to nothing: then there is no such boundary.
    if (error instanceof RangeError) return notEstimable('boundaries-do-not-meet');
    throw error;
  }
}
