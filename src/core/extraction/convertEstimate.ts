import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Conversion } from '#core/extraction/conversionForms';
import { fromLogRank, fromLogRankP } from '#core/extraction/conversions/logHazardRatio';
import {
  type DifferenceFactor,
  differenceFromLogOddsRatio,
  logOddsRatioFromDifference,
  type Converted as WithError,
} from '#core/extraction/conversions/standardisedDifference';
import type { Converter, Given, Worked } from '#core/extraction/convert';
import { saidNumber as say } from '#core/extraction/saidNumber';
import { normalQuantile } from '#core/numeric/distributions';

type EstimateConversion = Extract<
  Conversion,
  `estimate-with-${string}` | `hazard-ratio-${string}` | 'odds-ratio-from-smd' | 'smd-from-odds-ratio'
>;

const LEVEL = 95;
const HANDBOOK = 'Cochrane Handbook 6.5, section 6.3, doi:10.1002/9781119536604';
const TIERNEY = 'Tierney et al. (2007), doi:10.1186/1745-6215-8-16';
const HASSELBLAD = 'Hasselblad and Hedges (1995), doi:10.1037/0033-2909.117.1.167';
const COX = 'Sánchez-Meca et al. (2003), doi:10.1037/1082-989X.8.4.448';

interface Told {
  readonly what: string;
  readonly from: string;
  readonly assumptions?: readonly string[];
  readonly source: string;
}

/** An estimate on the analysis scale with its standard error, as the 95 % interval that is stored. */
function withInterval({ estimate, standardError }: WithError, isRatio: boolean, told: Told): Estimable<Worked> {
  const back = (value: number) => (isRatio ? Math.exp(value) : value);
  const half = normalQuantile(0.5 + LEVEL / 200) * standardError;
  const numbers = {
    estimate: back(estimate),
    lower: back(estimate - half),
    upper: back(estimate + half),
    percentConfidence: LEVEL,
    isRatio,
  };
  const { what, from, assumptions = [], source } = told;
  return estimable({
    of: 'estimate',
    numbers,
    sentence: `${what} ${say(numbers.estimate)} (${LEVEL} % CI ${say(numbers.lower)} to ${say(numbers.upper)}) from ${from}`,
    assumptions,
    source,
  });
}

/** A ready-made estimate with something that says how exact it is. */
function readyMade(
  given: Given,
  errorOf: (onScale: number) => Estimable<number>,
  exactness: string,
  assumptions: readonly string[] = [],
): Estimable<Worked> {
  const isRatio = given.choice('scale') === 'ratio';
  const estimate = given.of('estimate');
  if (isRatio && estimate <= 0) return notEstimable('A ratio is above 0. Was it reported on a log scale?');
  const onScale = isRatio ? Math.log(estimate) : estimate;
  const standardError = errorOf(onScale);
  if (!standardError.estimable) return standardError;
  return withInterval({ estimate: onScale, standardError: standardError.value }, isRatio, {
    what: isRatio ? 'Ratio' : 'Estimate',
    from: exactness,
    assumptions: ['the estimate is normal on its scale', ...assumptions],
    source: HANDBOOK,
  });
}

function fromLogRankTest(given: Given): Estimable<Worked> {
  const [p, events1, events2] = [given.of('p'), given.of('events1'), given.of('events2')];
  const counts = { events1, events2 };
  const people = [given.has('persons1'), given.has('persons2')].filter(Boolean).length;
  if (people === 1) return notEstimable('Give the number of people of both arms, or of neither.');
  const persons = { persons1: given.of('persons1'), persons2: given.of('persons2') };
  const direction = given.choice('direction') === 'harm' ? 'harm' : 'benefit';
  const { logHazardRatio, standardError } = fromLogRankP(
    p,
    people === 2 ? { variance: 'ratio', ...counts, ...persons } : { variance: 'events', ...counts },
    direction,
  );
  return withInterval({ estimate: logHazardRatio, standardError }, true, {
    what: 'Hazard ratio',
    from: `log-rank p = ${say(p)} with ${say(events1)} and ${say(events2)} events`,
    assumptions: [
      people === 2 ? 'V from the numbers of events and people' : 'V from the numbers of events; arms of like size',
      `events came ${direction === 'benefit' ? 'later' : 'earlier'} with the intervention`,
    ],
    source: TIERNEY,
  });
}

const factorOf = (given: Given): DifferenceFactor => (given.choice('factor') === 'cox' ? 'cox' : 'hasselblad_hedges');
const dichotomised = (given: Given) => ({
  assumptions: [
    factorOf(given) === 'cox'
      ? 'what lies behind the events is normal (factor 1.65)'
      : 'what lies behind the events is logistic (factor π/√3)',
  ],
  source: factorOf(given) === 'cox' ? COX : HASSELBLAD,
});

function fromOddsRatio(given: Given): Estimable<Worked> {
  const [ratio, lower, upper] = [given.of('estimate'), given.of('lower'), given.of('upper')];
  if (lower >= upper) return notEstimable('The upper bound is above the lower one.');
  if (ratio < lower || ratio > upper) return notEstimable('The odds ratio lies outside its interval.');
  const level = given.of('percentConfidence');
  const standardError = Math.log(upper / lower) / (2 * normalQuantile(0.5 + level / 200));
  return withInterval(
    differenceFromLogOddsRatio({ estimate: Math.log(ratio), standardError }, factorOf(given)),
    false,
    {
      what: 'Standardised mean difference',
      from: `odds ratio ${say(ratio)} (${say(level)} % CI ${say(lower)} to ${say(upper)})`,
      ...dichotomised(given),
    },
  );
}

/** Conversions that give a study's own estimate with its interval. */
export const ESTIMATE_CONVERTERS: Readonly<Record<EstimateConversion, Converter>> = {
  'estimate-with-se': given =>
    readyMade(given, () => estimable(given.of('se')), `estimate and SE ${say(given.of('se'))}`),
  'estimate-with-variance': given =>
    readyMade(
      given,
      () => estimable(Math.sqrt(given.of('variance'))),
      `estimate and variance ${say(given.of('variance'))}`,
    ),
  'estimate-with-p': given =>
    readyMade(
      given,
      onScale =>
        onScale === 0
          ? notEstimable('No effect at all has p = 1, which says nothing of how exact it is.')
          : estimable(Math.abs(onScale) / normalQuantile(given.of('p') / 2, false)),
      `estimate and p = ${say(given.of('p'))}`,
      ['the p-value is two-sided, from a Wald test'],
    ),
  'hazard-ratio-from-log-rank': given => {
    const [difference, variance] = [given.of('observedMinusExpected'), given.of('variance')];
    const { logHazardRatio, standardError } = fromLogRank(difference, variance);
    return withInterval({ estimate: logHazardRatio, standardError }, true, {
      what: 'Hazard ratio',
      from: `O − E = ${say(difference)} and V = ${say(variance)}`,
      source: TIERNEY,
    });
  },
  'hazard-ratio-from-log-rank-p': fromLogRankTest,
  'odds-ratio-from-smd': given => {
    const from = { estimate: given.of('estimate'), standardError: given.of('se') };
    return withInterval(logOddsRatioFromDifference(from, factorOf(given)), true, {
      what: 'Odds ratio',
      from: `standardised mean difference ${say(from.estimate)} with SE ${say(from.standardError)}`,
      ...dichotomised(given),
    });
  },
  'smd-from-odds-ratio': fromOddsRatio,
};
