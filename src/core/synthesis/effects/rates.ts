import {
  type EffectOptions,
  type MeasureFunction,
  numberOf,
  type StudyNumbers,
} from '#core/synthesis/effects/effectSize';

interface Rate {
  readonly events: number;
  readonly time: number;
}
type TwoRates = readonly [Rate, Rate];

/** Counts after the rule for zeros: only the counts get `add`, never the time. */
export function correctedRates(pairs: readonly TwoRates[], options: EffectOptions): TwoRates[] {
  const bothZero = (pair: TwoRates) => pair[0].events === 0 && pair[1].events === 0;
  const hasZero = (pair: TwoRates) => pair[0].events === 0 || pair[1].events === 0;
  const gone: Rate = { events: Number.NaN, time: Number.NaN };
  const kept = pairs.map((pair): TwoRates => (options.drop00 && bothZero(pair) ? [gone, gone] : pair));
  const anyZero = kept.some(hasZero);
  return kept.map((pair): TwoRates => {
    const adds =
      options.to === 'all' || (options.to === 'only0' && hasZero(pair)) || (options.to === 'if0all' && anyZero);
    if (!adds) return pair;
    const plus = ({ events, time }: Rate) => ({ events: events + options.add, time });
    return [plus(pair[0]), plus(pair[1])];
  });
}

export function ratesOf(study: StudyNumbers): TwoRates {
  return [
    { events: numberOf(study, 'x1i'), time: numberOf(study, 't1i') },
    { events: numberOf(study, 'x2i'), time: numberOf(study, 't2i') },
  ];
}

function twoGroups(one: (first: Rate, second: Rate) => { yi: number; vi: number }): MeasureFunction {
  return (studies, options) =>
    correctedRates(studies.map(ratesOf), options).map(([first, second], i) => ({
      ...one(first, second),
      ni: numberOf(studies[i] ?? {}, 't1i') + numberOf(studies[i] ?? {}, 't2i'),
    }));
}

/** Log ratio of two incidence rates; variance 1/x1 + 1/x2. */
export const logRateRatio = twoGroups((one, two) => ({
  yi: Math.log(one.events / one.time) - Math.log(two.events / two.time),
  vi: 1 / one.events + 1 / two.events,
}));

/** Difference of two incidence rates. */
export const rateDifference = twoGroups((one, two) => ({
  yi: one.events / one.time - two.events / two.time,
  vi: one.events / one.time ** 2 + two.events / two.time ** 2,
}));

/** Difference of the square roots of two incidence rates. */
export const rootRateDifference = twoGroups((one, two) => ({
  yi: Math.sqrt(one.events / one.time) - Math.sqrt(two.events / two.time),
  vi: 1 / (4 * one.time) + 1 / (4 * two.time),
}));

function oneGroup(one: (rate: Rate) => { yi: number; vi: number }): MeasureFunction {
  return (studies, options) => {
    const rates = studies.map(study => ({ events: numberOf(study, 'xi'), time: numberOf(study, 'ti') }));
    const anyZero = rates.some(rate => rate.events === 0);
    return rates.map(rate => {
      const adds =
        options.to === 'all' || (options.to === 'only0' && rate.events === 0) || (options.to === 'if0all' && anyZero);
      return { ...one(adds ? { ...rate, events: rate.events + options.add } : rate), ni: rate.time };
    });
  };
}

/** Incidence rate, its logarithm, its square root, and Freeman and Tukey's average of two roots. */
export const rate = oneGroup(({ events, time }) => ({ yi: events / time, vi: events / time ** 2 }));
export const logRate = oneGroup(({ events, time }) => ({ yi: Math.log(events / time), vi: 1 / events }));
export const rootRate = oneGroup(({ events, time }) => ({ yi: Math.sqrt(events / time), vi: 1 / (4 * time) }));
export const freemanTukeyRate = oneGroup(({ events, time }) => ({
  yi: (Math.sqrt(events / time) + Math.sqrt((events + 1) / time)) / 2,
  vi: 1 / (4 * time),
}));
