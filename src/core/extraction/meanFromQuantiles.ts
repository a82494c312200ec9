import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { boxCoxFit } from '#core/extraction/conversions/boxCoxFit';
import { hozo } from '#core/extraction/conversions/hozo';
import { luoMean } from '#core/extraction/conversions/luo';
import { quantileFit } from '#core/extraction/conversions/quantileFit';
import { type QuantileSummary, quantileSummary } from '#core/extraction/conversions/quantileSummary';
import { shiDeviation } from '#core/extraction/conversions/shi';
import { wanDeviation, wanMean } from '#core/extraction/conversions/wan';
import type { Given, Worked } from '#core/extraction/convert';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { saidNumber as say } from '#core/extraction/saidNumber';

interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly by: string;
  readonly assumption: string;
  readonly source: string;
}

const NORMAL = 'the measurements are roughly normal';
const LUO = 'Luo et al. (2018), doi:10.1177/0962280216669183';
const WAN = 'Wan et al. (2014), doi:10.1186/1471-2288-14-135';
const SHI = 'Shi et al. (2020), doi:10.1002/jrsm.1429';
const MCGRATH = 'McGrath et al. (2020), doi:10.1177/0962280219889080';
const HOZO = 'Hozo et al. (2005), doi:10.1186/1471-2288-5-13';

const UNFIT: Readonly<Record<string, string>> = {
  'too-few-persons': 'A median needs at least two people.',
  'quantiles-out-of-order': 'Minimum, quartiles, median and maximum must rise in this order.',
  'neither-range-nor-quartiles': 'Give minimum and maximum, or both quartiles.',
  'not-all-positive': 'Box–Cox needs numbers above 0.',
};
const unfit = (because: string) => notEstimable(UNFIT[because] ?? because);

/** Luo's mean with Wan's deviation, or Shi's where range and quartiles are both there: the best for normal data. */
function luo(summary: QuantileSummary): Moments {
  const isFive = summary.scenario === 'S3';
  return {
    mean: luoMean(summary),
    deviation: isFive ? shiDeviation(summary) : wanDeviation(summary),
    by: isFive ? 'Luo’s mean, Shi’s SD' : 'Luo’s mean, Wan’s SD',
    assumption: NORMAL,
    source: `${LUO}; ${isFive ? SHI : WAN}`,
  };
}

function momentsBy(method: string, summary: QuantileSummary): Estimable<Moments> {
  switch (method) {
    case 'wan':
      return estimable({
        mean: wanMean(summary),
        deviation: wanDeviation(summary),
        by: 'Wan',
        assumption: NORMAL,
        source: WAN,
      });
    case 'hozo': {
      if (summary.scenario === 'S2') return notEstimable('Hozo’s method needs minimum and maximum.');
      const { mean, deviation } = hozo(summary.minimum, summary.median, summary.maximum, summary.persons);
      return estimable({ mean, deviation, by: 'Hozo', assumption: 'the range stands for the scatter', source: HOZO });
    }
    case 'quantile-estimation': {
      const { mean, deviation, selected } = quantileFit(summary);
      const assumption = `a ${selected === 'lognormal' ? 'log-normal' : selected} distribution, which fits best`;
      return estimable({ mean, deviation, by: 'quantile estimation', assumption, source: MCGRATH });
    }
    case 'box-cox': {
      const fit = boxCoxFit(summary);
      if (!fit.estimable) return unfit(fit.because);
      const { mean, deviation, power } = fit.value;
      const assumption = `normal after a Box–Cox transformation with power ${say(power)}`;
      return estimable({ mean, deviation, by: 'Box–Cox', assumption, source: MCGRATH });
    }
    default:
      return estimable(luo(summary));
  }
}

/** Mean and SD of an arm from its median with the range, the quartiles or both, by the chosen method. */
export function meanFromQuantiles(given: Given): Estimable<Worked> {
  const maybe = (name: string) => (given.has(name) ? given.of(name) : null);
  const persons = given.of('total');
  const summary = quantileSummary({
    minimum: maybe('minimum'),
    lowerQuartile: maybe('lowerQuartile'),
    median: given.of('median'),
    upperQuartile: maybe('upperQuartile'),
    maximum: maybe('maximum'),
    persons,
  });
  if (!summary.estimable) return unfit(summary.because);
  const moments = momentsBy(given.choice('method'), summary.value);
  if (!moments.estimable) return moments;
  const { mean, deviation, by, assumption, source } = moments.value;
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ total: persons, mean, standardDeviation: deviation }),
    sentence: `Mean ${say(mean)} and SD ${say(deviation)} from ${spread(summary.value)}, n = ${say(persons)} (${by})`,
    assumptions: [assumption],
    source,
  });
}

function spread(summary: QuantileSummary): string {
  const parts = [`median ${say(summary.median)}`];
  if ('lowerQuartile' in summary) {
    parts.push(`quartiles ${say(summary.lowerQuartile)} and ${say(summary.upperQuartile)}`);
  }
  if ('minimum' in summary) parts.push(`range ${say(summary.minimum)} to ${say(summary.maximum)}`);
  return parts.join(', ');
}
