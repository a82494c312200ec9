/**
 * Standard deviation of the change of each person, from those before and after and their correlation.
 * Source: Cochrane Handbook 6.5, section 6.5.2.8.
 */
export function changeDeviation(before: number, after: number, correlation: number): number {
  return Math.sqrt(before ** 2 + after ** 2 - 2 * correlation * before * after);
}

/** The correlation of before and after that three standard deviations imply. Same source. */
export function changeCorrelation(before: number, after: number, ofChange: number): number {
  return (before ** 2 + after ** 2 - ofChange ** 2) / (2 * before * after);
}
