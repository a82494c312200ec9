/** Tolerances of the tests, named by kind of quantity, each with its reason. All are relative unless named otherwise. */
export const TOLERANCES = {
  /** Distribution functions against correctly rounded values: a dozen digits, a few lost to the exponential's argument. */
  distribution: 1e-12,
  /** Non-central t: an integral over the scale, summed term by term. */
  nonCentral: 1e-9,
  /** Tails below 1e-100 and quantiles at the very ends: the logarithm of the value has only so many digits. */
  extremeTail: 1e-10,
  /** The same sum in another order: rounding alone. */
  reordered: 1e-9,
  /** Iterated estimates of tau squared after a change of scale. */
  iterated: 1e-7,
} as const;
