import { expectedHalfQuartileRange, expectedHalfRange } from '#core/extraction/conversions/expectedSpread';
import type { QuantileSummary } from '#core/extraction/conversions/quantileSummary';

/**
 * Mean from the median and range, quartiles or both, for roughly normal data. Scale: that of the data.
 * Source: Wan et al. (2014), doi:10.1186/1471-2288-14-135.
 */
export function wanMean(summary: QuantileSummary): number {
  const { median } = summary;
  switch (summary.scenario) {
    case 'S1':
      return (summary.minimum + 2 * median + summary.maximum) / 4;
    case 'S2':
      return (summary.lowerQuartile + median + summary.upperQuartile) / 3;
    case 'S3': {
      const { minimum, lowerQuartile, upperQuartile, maximum } = summary;
      return (minimum + 2 * lowerQuartile + 2 * median + 2 * upperQuartile + maximum) / 8;
    }
  }
}

/**
 * Standard deviation from the range, the quartiles or both (mean of the two estimates), for roughly normal data: each
 * spread over its expectation in a normal sample of this size.
 * Source: Wan et al. (2014), doi:10.1186/1471-2288-14-135. Agrees with the reference cases within 1e-10.
 */
export function wanDeviation(summary: QuantileSummary): number {
  const fromRange =
    'minimum' in summary ? (summary.maximum - summary.minimum) / (2 * expectedHalfRange(summary.persons)) : null;
  const fromQuartiles =
    'lowerQuartile' in summary
      ? (summary.upperQuartile - summary.lowerQuartile) / (2 * expectedHalfQuartileRange(summary.persons))
      : null;
  if (fromRange === null) return fromQuartiles ?? Number.NaN;
  return fromQuartiles === null ? fromRange : (fromRange + fromQuartiles) / 2;
}
