import type { AccuracySummary } from '#core/synthesis/diagnostic/accuracySummary';

/** What a test does with so many people, by the summary point. Whole people; each pair adds up. */
export interface AccuracyInPeople {
  readonly diseased: number;
  readonly healthy: number;
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly cleared: number;
  /** Of those whose test is positive or negative, the share that it is right about; null where nobody has such a test. */
  readonly positivePredictiveValue: number | null;
  readonly negativePredictiveValue: number | null;
}

/**
 * Natural frequencies: `people` tested, of whom a share `prevalence` (0 to 1) has the condition. Counts are rounded so that
 * parts add up; predictive values are not rounded.
 * Source: Cochrane Handbook for DTA reviews 2, section 11, doi:10.1002/9781119756194. Checked by hand.
 */
export function accuracyInPeople(
  { sensitivity, specificity }: Pick<AccuracySummary, 'sensitivity' | 'specificity'>,
  prevalence: number,
  people = 1000,
): AccuracyInPeople {
  const diseased = Math.round(people * prevalence);
  const healthy = people - diseased;
  const found = Math.round(diseased * sensitivity.estimate);
  const cleared = Math.round(healthy * specificity.estimate);
  const right = prevalence * sensitivity.estimate;
  const wrongAlarm = (1 - prevalence) * (1 - specificity.estimate);
  const rightlyCleared = (1 - prevalence) * specificity.estimate;
  const wronglyCleared = prevalence * (1 - sensitivity.estimate);
  const share = (part: number, other: number) => (part + other > 0 ? part / (part + other) : null);
  return {
    diseased,
    healthy,
    found,
    missed: diseased - found,
    falseAlarms: healthy - cleared,
    cleared,
    positivePredictiveValue: share(right, wrongAlarm),
    negativePredictiveValue: share(rightlyCleared, wronglyCleared),
  };
}
