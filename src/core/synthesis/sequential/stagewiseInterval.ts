import { rootBetween } from '#core/numeric/roots';
import { inside } from '#core/synthesis/sequential/boundaries';
import { lookByLook, type Underway } from '#core/synthesis/sequential/lookByLook';

export interface StagewiseInterval {
  /** Bounds and median-unbiased estimate of E Z at the last look. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly oneSidedP: number;
}

/**
 * Interval, median-unbiased estimate and p-value after sequential looks, in the stage-wise order: an earlier crossing
 * counts as more extreme than any later one. Takes the looks so far, the two-sided boundaries of those before the last
 * (null: none) and the last Z. Source: Tsiatis, Rosner and Mehta (1984), doi:10.2307/2530918.
 * Agrees with the reference cases within 1e-7.
 */
export function stagewiseInterval(
  timing: readonly number[],
  z: readonly (number | null)[],
  lastZ: number,
  level = 95,
): StagewiseInterval {
  const root = Math.sqrt(timing.at(-1) ?? Number.NaN);
  const beyond = (mean: number) => {
    let paths: Underway = lookByLook(mean / root);
    let crossed = 0;
    for (const [look, t] of timing.entries()) {
      const next = timing[look + 1];
      if (next === undefined) return crossed + paths.above(t, lastZ);
      const boundary = z[look] ?? null;
      if (boundary === null) continue;
      crossed += paths.above(t, boundary);
      paths = paths.goOn(t, [inside(boundary, 2)], next);
    }
    return crossed;
  };
  const where = (probability: number) => {
    let reach = Math.abs(lastZ) + 8;
    while (beyond(reach) < probability) reach += 8;
    let start = -Math.abs(lastZ) - 8;
    while (beyond(start) > probability) start -= 8;
    return rootBetween(mean => beyond(mean) - probability, start, reach, 1e-11);
  };
  const tail = 0.5 - level / 200;
  return { lower: where(tail), median: where(0.5), upper: where(1 - tail), oneSidedP: beyond(0) };
}
