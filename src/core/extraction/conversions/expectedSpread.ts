import { normalQuantile } from '#core/numeric/distributions';

/** Expected largest of n standard normal values (Blom's approximation): half the expected range. */
export function expectedHalfRange(persons: number): number {
  return normalQuantile((persons - 0.375) / (persons + 0.25));
}

/** Expected upper quartile of n standard normal values (Blom's approximation): half the expected quartile range. */
export function expectedHalfQuartileRange(persons: number): number {
  return normalQuantile((0.75 * persons - 0.125) / (persons + 0.25));
}
