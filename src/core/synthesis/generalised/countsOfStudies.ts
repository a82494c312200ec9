import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import type { RateTable } from '#core/synthesis/fixed/mantelHaenszelRates';
import { type Count, logConstant } from '#core/synthesis/generalised/countModel';

/** Two counts to compare in each study, or one proportion or rate. */
export type GeneralisedData =
  | { readonly kind: 'tables'; readonly tables: readonly Table[] }
  | { readonly kind: 'rates'; readonly rates: readonly RateTable[] }
  | { readonly kind: 'singleRates'; readonly rates: readonly { readonly x: number; readonly t: number }[] }
  | { readonly kind: 'proportions'; readonly proportions: readonly { readonly x: number; readonly n: number }[] };

/** A count without its place in a design. */
export type BareCount = Omit<Count, 'fixed' | 'random'>;

/** First and second group of a study. */
export type Pair = readonly [BareCount, BareCount];

export function pairsOf(data: GeneralisedData): Pair[] {
  if (data.kind === 'tables')
    return data.tables.map(({ a, c, n1, n2 }) => [
      { family: 'binomial', events: a, exposure: n1, offset: 0 },
      { family: 'binomial', events: c, exposure: n2, offset: 0 },
    ]);
  if (data.kind === 'rates')
    return data.rates.map(({ x1, t1, x2, t2 }) => [
      { family: 'poisson', events: x1, exposure: t1, offset: 0 },
      { family: 'poisson', events: x2, exposure: t2, offset: 0 },
    ]);
  return [];
}

/** One count a study that tells the effect: a rate, a proportion, or the first group's events given all events. */
export function singlesOf(data: GeneralisedData): BareCount[] {
  if (data.kind === 'proportions')
    return data.proportions.map(({ x, n }) => ({ family: 'binomial', events: x, exposure: n, offset: 0 }));
  if (data.kind === 'singleRates')
    return data.rates.map(({ x, t }) => ({ family: 'poisson', events: x, exposure: t, offset: 0 }));
  if (data.kind === 'rates')
    return data.rates.map(({ x1, t1, x2, t2 }) => ({
      family: 'binomial',
      events: x1,
      exposure: x1 + x2,
      offset: Math.log(t1 / t2),
    }));
  return data.tables.map(({ a, c, n1, n2 }) => ({
    family: 'binomial',
    events: a,
    exposure: a + c,
    offset: Math.log(n1 / n2),
  }));
}

/** A finite start for the level of a count. */
export const crudeLevel = ({ family, events, exposure }: BareCount) =>
  family === 'binomial' ? Math.log((events + 0.5) / (exposure - events + 0.5)) : Math.log((events + 0.5) / exposure);

/** Log-likelihood of a count that is fitted exactly. */
export function saturated(count: BareCount): number {
  const { family, events, exposure } = count;
  const constant = logConstant({ ...count, fixed: [], random: [] });
  const times = (x: number, y: number) => (x === 0 ? 0 : x * Math.log(y));
  if (family === 'poisson') return constant + times(events, events / exposure) - events;
  return constant + times(events, events / exposure) + times(exposure - events, 1 - events / exposure);
}

/** Effects of two counts with their variances: infinite where a cell is empty. */
export function pairEffects(pairs: readonly Pair[]) {
  return pairs.map(([one, two]) => ({
    y: crudeEffect(one) - crudeEffect(two),
    v: crudeVariance(one) + crudeVariance(two),
  }));
}
export const crudeEffect = ({ family, events, exposure }: BareCount) =>
  family === 'binomial' ? Math.log(events / (exposure - events)) : Math.log(events / exposure);
export const crudeVariance = ({ family, events, exposure }: BareCount) =>
  family === 'binomial' ? 1 / events + 1 / (exposure - events) : 1 / events;
