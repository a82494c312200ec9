import type { ArmNumbers } from '#core/extraction/impossibleResult';
import type { NetworkArm } from '#core/synthesis/network/contrasts';

/** Value and variance of one arm's events of total on the analysis scale. */
const COUNT_VALUES: Readonly<Record<string, (x: number, n: number) => { value: number; variance: number }>> = {
  OR: (x, n) => ({ value: Math.log(x / (n - x)), variance: 1 / x + 1 / (n - x) }),
  RR: (x, n) => ({ value: Math.log(x / n), variance: 1 / x - 1 / n }),
  RD: (x, n) => ({ value: x / n, variance: ((x / n) * (1 - x / n)) / n }),
};

/** Measures that a network of arms can be pooled as. */
export const NETWORK_MEASURES = [...Object.keys(COUNT_VALUES), 'MD', 'IRR'] as const;

/** One arm of a study with the numbers that its measure needs. */
export interface NetworkArmNumbers extends ArmNumbers {
  readonly study: string;
  readonly treatment: string;
}

export interface NetworkArms {
  readonly arms: readonly NetworkArm[];
  /** Studies to whose cells something was added because an arm had no events, or nothing but events. */
  readonly corrected: readonly string[];
}

/**
 * Arms as a network takes them, on the analysis scale. `add` goes to all cells of a study that has an empty one. Arms
 * whose numbers aren't complete, and studies with fewer than two complete arms, are left out.
 */
export function networkArms(measure: string, given: readonly NetworkArmNumbers[], add = 0.5): NetworkArms {
  if (measure === 'IRR') return rateArms(given, add);
  const isMean = measure === 'MD';
  const complete = given.filter(({ events, total, mean, standardDeviation }) =>
    isMean
      ? mean !== null && standardDeviation !== null && standardDeviation > 0 && total !== null && total > 0
      : events !== null && total !== null && total > 0,
  );
  const usable = complete.filter(arm => complete.filter(other => other.study === arm.study).length > 1);
  if (isMean)
    return {
      arms: usable.map(({ study, treatment, mean, standardDeviation, total }) => ({
        study,
        treatment,
        value: mean ?? Number.NaN,
        variance: (standardDeviation ?? Number.NaN) ** 2 / (total ?? Number.NaN),
      })),
      corrected: [],
    };
  const onScale = COUNT_VALUES[measure];
  if (!onScale) throw new RangeError(`networkArms: ${measure} is no measure of a network`);
  const isEmpty = ({ events, total }: NetworkArmNumbers) => events === 0 || events === total;
  const corrected = [...new Set(usable.filter(isEmpty).map(({ study }) => study))];
  return {
    arms: usable.map(({ study, treatment, events, total }) => {
      const extra = corrected.includes(study) ? add : 0;
      return { study, treatment, ...onScale((events ?? Number.NaN) + extra, (total ?? Number.NaN) + 2 * extra) };
    }),
    corrected,
  };
}

/** Log rates; variance one over the events. A study with an arm without events gets `add` to the events of each. */
function rateArms(given: readonly NetworkArmNumbers[], add: number): NetworkArms {
  const complete = given.flatMap(({ study, treatment, events, personTime }) =>
    events !== null && personTime !== null && personTime > 0 ? [{ study, treatment, events, personTime }] : [],
  );
  const usable = complete.filter(arm => complete.filter(other => other.study === arm.study).length > 1);
  const corrected = [...new Set(usable.filter(({ events }) => events === 0).map(({ study }) => study))];
  return {
    arms: usable.map(({ study, treatment, events, personTime }) => {
      const counted = events + (corrected.includes(study) ? add : 0);
      return { study, treatment, value: Math.log(counted / personTime), variance: 1 / counted };
    }),
    corrected,
  };
}
