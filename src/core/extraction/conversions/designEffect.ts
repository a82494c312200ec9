/**
 * How many times as large a variance becomes because people of one cluster are alike: 1 + (m - 1) ICC. Takes the intraclass
 * correlation (0 to 1) and the mean cluster size. Source: Cochrane Handbook 6.5, section 23.1.4,
 * doi:10.1002/9781119536604. Agrees with its worked example (63 of 295 people become 50 of 233).
 */
export function designEffect(icc: number, meanClusterSize: number): number {
  return 1 + (meanClusterSize - 1) * icc;
}

/**
 * Standard deviation of the differences within people who had both treatments, from the SD of each and their correlation.
 * Source: Elbourne et al. (2002), doi:10.1093/ije/31.1.140. It is the variance of a difference, by hand.
 */
export function pairedDeviation(first: number, second: number, correlation: number): number {
  return Math.sqrt(first ** 2 + second ** 2 - 2 * correlation * first * second);
}
