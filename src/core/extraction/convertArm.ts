import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Conversion } from '#core/extraction/conversionForms';
import { changeDeviation } from '#core/extraction/conversions/changeFromBaseline';
import { combineGroups } from '#core/extraction/conversions/combineGroups';
import {
  deviationFromDifferenceError,
  deviationFromDifferenceInterval,
  deviationFromError,
  deviationFromF,
  deviationFromInterval,
  deviationFromP,
  deviationFromT,
  type IntervalDistribution,
} from '#core/extraction/conversions/deviationFrom';
import { eventsFromPercent } from '#core/extraction/conversions/eventsFromPercent';
import type { Converter, Given, Worked } from '#core/extraction/convert';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { meanFromQuantiles } from '#core/extraction/meanFromQuantiles';
import { saidNumber as say } from '#core/extraction/saidNumber';

type ArmConversion = Extract<
  Conversion,
  'events-from-percent' | 'mean-from-quantiles' | 'change-from-baseline' | 'combined-groups' | `sd-from-${string}`
>;

const HANDBOOK = (section: string) => `Cochrane Handbook 6.5, ${section}, doi:10.1002/9781119536604`;
const SAME_SD = 'both arms have the same SD';

const distributionOf = (given: Given): IntervalDistribution => (given.choice('distribution') === 'z' ? 'z' : 't');
const madeWith = (given: Given) =>
  `the interval was made with the ${distributionOf(given) === 'z' ? 'normal' : 't'} distribution`;

function measured(
  given: Given,
  standardDeviation: number,
  from: string,
  { section, assumptions = [] }: { readonly section: string; readonly assumptions?: readonly string[] },
): Estimable<Worked> {
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ total: given.of('total'), mean: given.of('mean'), standardDeviation }),
    sentence: `SD ${say(standardDeviation)} from ${from}`,
    assumptions,
    source: HANDBOOK(section),
  });
}

const OF_GROUP = 'section 6.5.2.2';
const OF_DIFFERENCE = 'section 6.5.2.3';

/** Two arms' common deviation from something said of their difference. */
function ofDifference(
  given: Given,
  { deviation }: { readonly deviation: number },
  from: string,
  assumptions: readonly string[] = [],
): Estimable<Worked> {
  const people = `n = ${say(given.of('total'))} and ${say(given.of('otherTotal'))}`;
  return measured(given, deviation, `${from} with ${people}`, {
    section: OF_DIFFERENCE,
    assumptions: [SAME_SD, ...assumptions],
  });
}

function fromPercent(given: Given): Estimable<Worked> {
  const [percent, total] = [given.of('percent'), given.of('total')];
  const counted = eventsFromPercent(percent, total, given.of('decimals'));
  if (!counted.estimable) return notEstimable(`No whole number of ${say(total)} people prints as ${say(percent)} %.`);
  const { events, least, most } = counted.value;
  const isOpen = least < most;
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ events, total }),
    sentence: `${say(events)} events from ${percent.toFixed(given.of('decimals'))} % of ${say(total)}`,
    assumptions: isOpen ? [`${say(least)} to ${say(most)} events print the same; the nearest is used`] : [],
    source: HANDBOOK('section 6.4.2'),
  });
}

function fromBaseline(given: Given): Estimable<Worked> {
  const [before, after, r] = [given.of('sdBefore'), given.of('sdAfter'), given.of('correlation')];
  const mean = given.of('meanAfter') - given.of('meanBefore');
  const standardDeviation = changeDeviation(before, after, r);
  const from = `${say(given.of('meanBefore'))} (SD ${say(before)}) before and ${say(given.of('meanAfter'))} (SD ${say(after)}) after`;
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ total: given.of('total'), mean, standardDeviation }),
    sentence: `Change ${say(mean)}, SD ${say(standardDeviation)} from ${from}, r = ${say(r)}`,
    assumptions: [`r = ${say(r)}`],
    source: HANDBOOK('section 6.5.2.8'),
  });
}

function fromGroups(given: Given): Estimable<Worked> {
  const third = ['mean3', 'sd3', 'total3'].filter(given.has).length;
  if (third === 1 || third === 2) return notEstimable('A third group needs its mean, SD and number of people.');
  const groups = (third === 3 ? [1, 2, 3] : [1, 2]).map(place => ({
    persons: given.of(`total${place}`),
    mean: given.of(`mean${place}`),
    deviation: given.of(`sd${place}`),
  }));
  const { persons, mean, deviation } = combineGroups(groups);
  const told = groups.map(group => `${say(group.mean)} (${say(group.deviation)}), n = ${say(group.persons)}`);
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ total: persons, mean, standardDeviation: deviation }),
    sentence: `Mean ${say(mean)} and SD ${say(deviation)} of ${say(persons)} people from ${told.join('; ')}`,
    assumptions: [],
    source: HANDBOOK('table 6.5.a'),
  });
}

const interval = (given: Given) =>
  `${say(given.of('percentConfidence'))} % CI ${say(given.of('lower'))} to ${say(given.of('upper'))}`;

const isBackwards = (given: Given) => given.of('lower') >= given.of('upper');
const BACKWARDS = notEstimable('The upper bound is above the lower one.');

/** Conversions that give one arm's numbers. */
export const ARM_CONVERTERS: Readonly<Record<ArmConversion, Converter>> = {
  'events-from-percent': fromPercent,
  'sd-from-se': given =>
    measured(
      given,
      deviationFromError(given.of('se'), given.of('total')),
      `SE ${say(given.of('se'))} and n = ${say(given.of('total'))}`,
      { section: OF_GROUP },
    ),
  'sd-from-interval': given => {
    const [lower, upper, mean, total] = [given.of('lower'), given.of('upper'), given.of('mean'), given.of('total')];
    if (isBackwards(given)) return BACKWARDS;
    if (mean < lower || mean > upper) return notEstimable('The mean lies outside its interval.');
    if (total < 2) return notEstimable('One person has no SD.');
    const level = given.of('percentConfidence');
    const { deviation } = deviationFromInterval(lower, upper, total, level, distributionOf(given));
    return measured(given, deviation, `${interval(given)} and n = ${say(total)}`, {
      section: OF_GROUP,
      assumptions: [madeWith(given)],
    });
  },
  'sd-from-difference-se': given =>
    ofDifference(
      given,
      deviationFromDifferenceError(given.of('se'), given.of('total'), given.of('otherTotal')),
      `SE of the difference ${say(given.of('se'))}`,
    ),
  'sd-from-difference-interval': given => {
    if (isBackwards(given)) return BACKWARDS;
    const [n1, n2] = [given.of('total'), given.of('otherTotal')];
    if (n1 + n2 <= 2) return notEstimable('Two people have no SD within their arms.');
    const level = given.of('percentConfidence');
    return ofDifference(
      given,
      deviationFromDifferenceInterval(given.of('lower'), given.of('upper'), n1, n2, level, distributionOf(given)),
      `the ${interval(given)} of the difference`,
      [madeWith(given)],
    );
  },
  'sd-from-t': given =>
    ofDifference(
      given,
      deviationFromT(given.of('difference'), given.of('t'), given.of('total'), given.of('otherTotal')),
      `difference ${say(given.of('difference'))} and t = ${say(given.of('t'))}`,
    ),
  'sd-from-f': given =>
    ofDifference(
      given,
      deviationFromF(Math.abs(given.of('difference')), given.of('f'), given.of('total'), given.of('otherTotal')),
      `difference ${say(given.of('difference'))} and F = ${say(given.of('f'))}`,
    ),
  'sd-from-p': given => {
    const [n1, n2] = [given.of('total'), given.of('otherTotal')];
    if (n1 + n2 <= 2) return notEstimable('Two people have no SD within their arms.');
    return ofDifference(
      given,
      deviationFromP(given.of('difference'), given.of('p'), n1, n2),
      `difference ${say(given.of('difference'))} and p = ${say(given.of('p'))}`,
      ['the p-value is from a t test'],
    );
  },
  'mean-from-quantiles': meanFromQuantiles,
  'change-from-baseline': fromBaseline,
  'combined-groups': fromGroups,
};
