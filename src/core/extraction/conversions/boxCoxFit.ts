import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { luoMean } from '#core/extraction/conversions/luo';
import { onScale, type QuantileSummary } from '#core/extraction/conversions/quantileSummary';
import { wanDeviation } from '#core/extraction/conversions/wan';
import { integrate } from '#core/numeric/gaussLegendre';
import { minimumBetween } from '#core/numeric/minimumBetween';
import { rootBetween } from '#core/numeric/roots';

export interface BoxCoxFit {
  /** The power at which the reported numbers are symmetric. */
  readonly symmetricPower: number;
  /** The same, no less than 0: what the estimate uses. */
  readonly power: number;
  readonly transformedMean: number;
  readonly transformedDeviation: number;
  readonly mean: number;
  readonly deviation: number;
}

const LEAST_POWER = -2;
const GREATEST_POWER = 3;

/**
 * Mean and standard deviation of skewed positive data: the power (Box and Cox) that makes the reported numbers symmetric,
 * Luo's mean and Wan's deviation there, and the moments of the normal distribution carried back to the original scale.
 * Not estimable: `not-all-positive`. Source: McGrath et al. (2020), doi:10.1177/0962280219889080, who simulate the
 * moments; here they are integrated. Agrees with the reference cases within 1e-5.
 */
export function boxCoxFit(summary: QuantileSummary): Estimable<BoxCoxFit> {
  const smallest = 'minimum' in summary ? summary.minimum : summary.lowerQuartile;
  if (!(smallest > 0)) return notEstimable('not-all-positive');
  const symmetricPower = powerOfSymmetry(summary);
  const power = Math.max(0, symmetricPower);
  const transformed = onScale(summary, value => boxCox(value, power));
  const mu = luoMean(transformed);
  const sigma = wanDeviation(transformed);
  return estimable({
    symmetricPower,
    power,
    transformedMean: mu,
    transformedDeviation: sigma,
    ...momentsBack(power, mu, sigma),
  });
}

function boxCox(value: number, power: number): number {
  return Math.abs(power) < 1e-12 ? Math.log(value) : Math.expm1(power * Math.log(value)) / power;
}

function powerOfSymmetry(summary: QuantileSummary): number {
  const { median } = summary;
  const gap = (value: number, power: number) => Math.abs(boxCox(value, power) - boxCox(median, power));
  if (summary.scenario === 'S3') {
    const asymmetry = (power: number) =>
      (gap(summary.upperQuartile, power) / gap(summary.lowerQuartile, power) - 1) ** 2 +
      (gap(summary.maximum, power) / gap(summary.minimum, power) - 1) ** 2;
    return minimumBetween(asymmetry, LEAST_POWER, GREATEST_POWER);
  }
  const [low, high] =
    summary.scenario === 'S1' ? [summary.minimum, summary.maximum] : [summary.lowerQuartile, summary.upperQuartile];
  // On the scale of values over the median, so that no power overflows.
  const excess = (power: number) => boxCox(high / median, power) + boxCox(low / median, power);
  if (excess(LEAST_POWER) >= 0) return LEAST_POWER;
  return excess(GREATEST_POWER) <= 0 ? GREATEST_POWER : rootBetween(excess, LEAST_POWER, GREATEST_POWER);
}

/** The moments of (1 + power x)^(1/power) for normal x, between where it is 0 and the mirror image of that. */
function momentsBack(power: number, mu: number, sigma: number): { mean: number; deviation: number } {
  if (power < 1e-12) {
    const mean = Math.exp(mu + sigma ** 2 / 2);
    return { mean, deviation: mean * Math.sqrt(Math.expm1(sigma ** 2)) };
  }
  const far = 40;
  const low = Math.max(-far, (-1 / power - mu) / sigma);
  const high = Math.min(far, (mu + 1 / power) / sigma);
  const moment = (order: number) =>
    integrate(
      z => Math.exp((order / power) * Math.log1p(Math.max(-1, power * (mu + sigma * z))) - (z * z) / 2),
      low,
      high,
      400,
    );
  const total = integrate(z => Math.exp((-z * z) / 2), low, high, 400);
  const mean = moment(1) / total;
  return { mean, deviation: Math.sqrt(moment(2) / total - mean ** 2) };
}
