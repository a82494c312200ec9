import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { randomFrom } from '#core/random';

const SAMPLES = 2000;
const FEWEST_RECORDS = 10;
/** If the number can't be computed in more of the samples, what is left of them says little. */
const MOST_UNKNOWN = 0.2;

/**
 * A 95 % interval by drawing records with replacement, two thousand times, and cutting 2.5 % off at either end (percentile
 * bootstrap). For numbers without a formula for their standard error, such as a kappa of three screeners.
 *
 * Takes the records and a number computed from any sample of them; repeatable from the seed. Not estimable for fewer than
 * ten records, or where the number can't be computed in more than a fifth of the samples.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13, doi:10.1201/9780429246593.
 * Agrees with the interval of Cohen's kappa by its standard error to 0.05 where both are known (test).
 */
export function bootstrapInterval<T>(
  records: readonly T[],
  statistic: (sample: readonly T[]) => Estimable<number>,
  seed: number,
): Estimable<readonly [lower: number, upper: number]> {
  if (records.length < FEWEST_RECORDS) return notEstimable('fewer-than-ten-records');
  const random = randomFrom(seed);
  const values: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const drawn = records.map(() => records[Math.floor(random() * records.length)] as T); // the index is inside
    const found = statistic(drawn);
    if (found.estimable) values.push(found.value);
  }
  if (values.length < (1 - MOST_UNKNOWN) * SAMPLES) return notEstimable('too-few-samples-can-be-computed');
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return estimable([at(0.025), at(0.975)]);
}
