import type { Contrast } from '#core/synthesis/network/contrasts';

export interface AdjustedEffect {
  readonly study: string;
  /** The comparison, turned so that the treatment later in the order comes first. */
  readonly t1: string;
  readonly t2: string;
  /** The study's effect less the pooled direct effect of its comparison. */
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Effects of a network's studies, each less the pooled effect of its own comparison, for a funnel of all comparisons.
 * `order` says which treatment of a pair is expected to be favoured by small studies (later ones: newer, sponsored); where
 * it says nothing the funnel is not to be read. Comparisons of one study are left out, as they lie on the middle.
 * Scale: that of the contrasts. Source: Chaimani and Salanti (2012), doi:10.1002/jrsm.57.
 */
export function comparisonAdjusted(
  contrasts: readonly Contrast[],
  order: readonly string[],
  tauSquared = 0,
): AdjustedEffect[] {
  const rank = new Map(order.map((name, place) => [name, place]));
  const missing = contrasts.flatMap(({ t1, t2 }) => [t1, t2]).find(name => !rank.has(name));
  if (missing !== undefined) throw new RangeError(`comparisonAdjusted: the order doesn't name "${missing}"`);
  const turned = contrasts.map(contrast => {
    const isTurned = (rank.get(contrast.t1) ?? 0) < (rank.get(contrast.t2) ?? 0);
    return isTurned
      ? { ...contrast, t1: contrast.t2, t2: contrast.t1, difference: -contrast.difference }
      : { ...contrast };
  });
  const byPair = new Map<string, typeof turned>();
  for (const contrast of turned) {
    const pair = `${contrast.t1}\n${contrast.t2}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), contrast]);
  }
  return [...byPair.values()].flatMap(own => {
    if (own.length < 2) return [];
    const weight = own.reduce((sum, { variance }) => sum + 1 / (variance + tauSquared), 0);
    const pooled =
      own.reduce((sum, { difference, variance }) => sum + difference / (variance + tauSquared), 0) / weight;
    return own.map(({ study, t1, t2, difference, variance }) => ({
      study,
      t1,
      t2,
      estimate: difference - pooled,
      standardError: Math.sqrt(variance),
    }));
  });
}
