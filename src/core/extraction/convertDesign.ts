import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { designEffect, pairedDeviation } from '#core/extraction/conversions/designEffect';
import { effectAtBaseline, isRiskMeasure } from '#core/extraction/conversions/riskAtBaseline';
import type { Converter, Given, Worked } from '#core/extraction/convert';
import type { DESIGN_FORMS } from '#core/extraction/designForms';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { saidNumber as say } from '#core/extraction/saidNumber';
import { normalQuantile } from '#core/numeric/distributions';

const LEVEL = 95;
const HANDBOOK = (section: string) => `Cochrane Handbook 6.5, ${section}, doi:10.1002/9781119536604`;
const ELBOURNE = 'Elbourne et al. (2002), doi:10.1093/ije/31.1.140';

const isBackwards = (given: Given) => given.of('lower') >= given.of('upper');
const BACKWARDS = notEstimable('The upper bound is above the lower one.');

/** The arm's numbers at the size that independent people would have. */
function clustered(
  given: Given,
  numbers: (deff: number) => Extract<Worked, { of: 'arm' }>['numbers'],
): Estimable<Worked> {
  const [icc, size, total] = [given.of('icc'), given.of('size'), given.of('total')];
  const deff = designEffect(icc, size);
  const made = numbers(deff);
  return estimable({
    of: 'arm',
    numbers: made,
    sentence: `Effective size ${say(made.total ?? 0)} from ${say(total)} people, design effect ${say(deff)} (ICC ${say(icc)}, clusters of ${say(size)})`,
    assumptions: [`ICC = ${say(icc)}`, 'clusters of like size'],
    source: HANDBOOK('section 23.1.4'),
  });
}

function fromRate(given: Given): Estimable<Worked> {
  const [rate, per, time, total] = [given.of('rate'), given.of('per'), given.of('time'), given.of('total')];
  const exact = (rate * time) / per;
  const events = Math.round(exact);
  if (events > total)
    return notEstimable(`${say(events)} events are more than ${say(total)} people: some had several.`);
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ events, total }),
    sentence: `${say(events)} events from ${say(rate)} for each ${say(per)} over ${say(time)}`,
    assumptions: [
      'nobody had the event twice',
      ...(Math.abs(exact - events) > 1e-9 ? [`${say(exact)} rounded to whole events`] : []),
    ],
    source: HANDBOOK('section 6.7.1'),
  });
}

function fromPairs(given: Given): Estimable<Worked> {
  const [mean, sd, other, r, total] = [
    given.of('mean'),
    given.of('sd'),
    given.of('otherSd'),
    given.of('correlation'),
    given.of('total'),
  ];
  const standardDeviation = pairedDeviation(sd, other, r) / Math.SQRT2;
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ total, mean, standardDeviation }),
    sentence: `SD ${say(standardDeviation)} that gives the paired standard error, from SD ${say(sd)} and ${say(other)}, r = ${say(r)}`,
    assumptions: [`r = ${say(r)}`, 'for mean differences; not for standardised ones', 'no carry-over'],
    source: ELBOURNE,
  });
}

interface OnScale {
  readonly estimate: number;
  readonly standardError: number;
  readonly isRatio: boolean;
}

function withInterval({ estimate, standardError, isRatio }: OnScale) {
  const back = (value: number) => (isRatio ? Math.exp(value) : value);
  const half = normalQuantile(0.5 + LEVEL / 200) * standardError;
  return {
    estimate: back(estimate),
    lower: back(estimate - half),
    upper: back(estimate + half),
    percentConfidence: LEVEL,
    isRatio,
  };
}

const told = (numbers: ReturnType<typeof withInterval>) =>
  `${say(numbers.estimate)} (${say(numbers.percentConfidence)} % CI ${say(numbers.lower)} to ${say(numbers.upper)})`;

function clusteredEstimate(given: Given): Estimable<Worked> {
  if (isBackwards(given)) return BACKWARDS;
  const isRatio = given.choice('scale') === 'ratio';
  const [estimate, lower, upper] = [given.of('estimate'), given.of('lower'), given.of('upper')];
  if (estimate < lower || estimate > upper) return notEstimable('The estimate lies outside its interval.');
  if (isRatio && lower <= 0) return notEstimable('A ratio and its bounds are above 0.');
  const onScale = isRatio ? Math.log : (value: number) => value;
  const z = normalQuantile(0.5 + given.of('percentConfidence') / 200);
  const [icc, size] = [given.of('icc'), given.of('size')];
  const deff = designEffect(icc, size);
  const naive = (onScale(upper) - onScale(lower)) / (2 * z);
  const numbers = withInterval({ estimate: onScale(estimate), standardError: naive * Math.sqrt(deff), isRatio });
  return estimable({
    of: 'estimate',
    numbers,
    sentence: `${isRatio ? 'Ratio' : 'Estimate'} ${told(numbers)}, its standard error times √${say(deff)} (ICC ${say(icc)}, clusters of ${say(size)})`,
    assumptions: [`ICC = ${say(icc)}`, 'the report took no account of clusters', 'clusters of like size'],
    source: HANDBOOK('section 23.1.5'),
  });
}

function pairedDifference(given: Given): Estimable<Worked> {
  const [sd1, sd2, r, pairs] = [given.of('sd1'), given.of('sd2'), given.of('correlation'), given.of('total')];
  const estimate = given.of('mean1') - given.of('mean2');
  const standardError = pairedDeviation(sd1, sd2, r) / Math.sqrt(pairs);
  const numbers = withInterval({ estimate, standardError, isRatio: false });
  return estimable({
    of: 'estimate',
    numbers,
    sentence: `Mean difference ${told(numbers)} from ${say(pairs)} people with both, SD ${say(sd1)} and ${say(sd2)}, r = ${say(r)}`,
    assumptions: [`r = ${say(r)}`, 'no carry-over'],
    source: ELBOURNE,
  });
}

function pairedOddsRatio(given: Given): Estimable<Worked> {
  const [first, second] = [given.of('first'), given.of('second')];
  const estimate = Math.log(first / second);
  const numbers = withInterval({ estimate, standardError: Math.sqrt(1 / first + 1 / second), isRatio: true });
  return estimable({
    of: 'estimate',
    numbers,
    sentence: `Odds ratio ${told(numbers)} from ${say(first)} and ${say(second)} people who had the event with one treatment alone`,
    assumptions: ['conditional on the person', 'no carry-over'],
    source: ELBOURNE,
  });
}

function atBaseline(given: Given): Estimable<Worked> {
  if (isBackwards(given)) return BACKWARDS;
  const [from, to] = [given.choice('from'), given.choice('to')];
  if (!isRiskMeasure(from)) return notEstimable('Say what the report gives.');
  if (from === to) return notEstimable('It is that measure already.');
  const baseline = given.of('percent') / 100;
  if (baseline <= 0 || baseline >= 1) return notEstimable('The risk lies between 0 and 100 %, both ends out.');
  const values = ['estimate', 'lower', 'upper'].map(name => {
    const value = given.of(name);
    const effect = from === 'RD' || value > 0 ? effectAtBaseline(from, value, baseline) : null;
    if (!effect || effect.risk <= 0 || effect.risk >= 1) return null;
    return { RR: effect.riskRatio, RD: effect.riskDifference, OR: effect.oddsRatio }[to] ?? null;
  });
  const [estimate, lower, upper] = values;
  if (typeof estimate !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
    return notEstimable('At this baseline the risk with the intervention would lie outside of 0 to 100 %.');
  if (estimate < lower || estimate > upper) return notEstimable('The estimate lies outside its interval.');
  const numbers = { estimate, lower, upper, percentConfidence: given.of('percentConfidence'), isRatio: to !== 'RD' };
  return estimable({
    of: 'estimate',
    numbers,
    sentence: `${to} ${told(numbers)} from ${from} ${say(given.of('estimate'))} (${say(given.of('lower'))} to ${say(given.of('upper'))}) at a risk of ${say(given.of('percent'))} %`,
    assumptions: [`baseline risk ${say(given.of('percent'))} %, as if known exactly`],
    source: HANDBOOK('section 15.4.4'),
  });
}

/** Conversions that a trial's design asks for; see DESIGN_FORMS. */
export const DESIGN_CONVERTERS: Readonly<Record<keyof typeof DESIGN_FORMS, Converter>> = {
  'events-from-rate': fromRate,
  'cluster-events': given => {
    const [events, total] = [given.of('events'), given.of('total')];
    if (events > total) return notEstimable('More people with the event than people in the arm.');
    return clustered(given, deff => armNumbersOf({ events: events / deff, total: total / deff }));
  },
  'cluster-means': given =>
    clustered(given, deff =>
      armNumbersOf({
        total: given.of('total') / deff,
        mean: given.of('mean'),
        standardDeviation: given.of('sd'),
      }),
    ),
  'paired-arm': fromPairs,
  'cluster-estimate': clusteredEstimate,
  'paired-difference': pairedDifference,
  'paired-odds-ratio': pairedOddsRatio,
  'effect-at-baseline': atBaseline,
};
