import type { ReplyOf } from '#contract/endpoint';
import type { getOpening } from '#contract/openings';
import type { FitLevel } from './Fit.tsx';

export type FitOf = NonNullable<ReplyOf<typeof getOpening>['fit']>;

const LEVELS: Readonly<Record<FitOf['fit'], FitLevel>> = { possible: 1, good: 2, strong: 3 };

/** How many of the three bars a fit fills. */
export function fitLevel(fit: FitOf): FitLevel {
  return LEVELS[fit.fit];
}
