import type { ArmNumbers, EstimateNumbers } from '#core/extraction/impossibleResult';
import { saidNumber as say } from '#core/extraction/saidNumber';
import type { OutcomeKind } from '#core/extraction/vocabulary';

/** What may be wrong with numbers that can be true. A person looks again and says that it is so. */
export const RESULT_QUESTIONS = [
  'se-taken-for-sd',
  'sd-far-above-others',
  'percentage-taken-for-count',
  'more-people-than-randomised',
  'estimate-off-centre',
  'time-in-another-unit',
  'sign-unlike-others',
  'below-0',
] as const;
export type ResultQuestion = (typeof RESULT_QUESTIONS)[number];

export interface Question {
  readonly question: ResultQuestion;
  readonly words: string;
}

/** What the numbers of an arm are held against. */
export interface Surroundings {
  /** Standard deviations of the same outcome in other studies. */
  readonly otherDeviations: readonly number[];
  /** How many were randomised to the arm, where it is known. */
  readonly randomised: number | null;
  /** Numbers of people of the same arm in its other outcomes. */
  readonly otherTotals: readonly number[];
  /** Events over person-time of the same outcome in other studies. */
  readonly otherRates: readonly number[];
  readonly isConverted: boolean;
}

/** Fewer deviations than these say nothing about what is usual. */
export const LEAST_OTHERS = 3;
/** How far from the others' middle a deviation must lie to be asked about. */
const FAR = 4;

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/**
 * Questions on an arm's numbers: a standard deviation a quarter of the others' median or less that would be nearer to it
 * times √n (the standard error was taken for it), or four times it or more; parts of persons, or "of 100" where the arm has other numbers of people
 * elsewhere (a percentage was taken for a count); more people than were randomised. Scale: the outcome's own.
 * Source of the first: Cochrane Handbook 6.5, section 6.5.2.2, which asks for this check.
 */
export function questionsOnArm(kind: OutcomeKind, numbers: ArmNumbers, around: Surroundings): Question[] {
  const { events, total, standardDeviation, personTime } = numbers;
  const asked: Question[] = [];
  if (kind === 'continuous' && standardDeviation !== null && around.otherDeviations.length >= LEAST_OTHERS) {
    asked.push(...questionsOnDeviation(standardDeviation, total, middle(around.otherDeviations)));
  }
  if (kind === 'dichotomous' && events !== null && !around.isConverted) {
    const isPart = !Number.isInteger(events);
    const isOfHundred = total === 100 && around.otherTotals.some(other => other !== 100);
    if (isPart || isOfHundred) {
      const words = isPart
        ? `${say(events)} events is no whole number. Is it a percentage?`
        : `${say(events)} of 100, but this arm has other numbers of people elsewhere. Is it a percentage?`;
      asked.push({ question: 'percentage-taken-for-count', words });
    }
  }
  if (kind === 'rate' && events !== null && personTime !== null) {
    asked.push(...questionsOnRate(events / personTime, around.otherRates));
  }
  if (total !== null && around.randomised !== null && total > around.randomised) {
    const words = `${say(total)} people, but ${say(around.randomised)} were randomised to this arm. Which is right?`;
    asked.push({ question: 'more-people-than-randomised', words });
  }
  return asked;
}

/** How many times the others' middle a rate must be before it is asked about: days for years, hundreds of years for years. */
const FAR_RATE = 50;

/** Asks for the unit of the time where a rate lies fifty times or more above or below the middle of the others. */
export function questionsOnRate(rate: number, others: readonly number[]): Question[] {
  if (others.length < LEAST_OTHERS || rate <= 0) return [];
  const usual = middle(others);
  if (usual <= 0 || (rate < usual * FAR_RATE && rate > usual / FAR_RATE)) return [];
  const words = `Rate ${say(rate)} is far from the ${say(usual)} of other studies. Is the time in another unit?`;
  return [{ question: 'time-in-another-unit', words }];
}

export function questionsOnDeviation(deviation: number, total: number | null, usual: number): Question[] {
  if (deviation >= usual * FAR) {
    const words = `SD ${say(deviation)} is far above the ${say(usual)} of other studies. Is it a variance, or another unit?`;
    return [{ question: 'sd-far-above-others', words }];
  }
  if (deviation > usual / FAR || total === null) return [];
  const asError = deviation * Math.sqrt(total);
  const isNearer = Math.abs(Math.log(asError / usual)) < Math.abs(Math.log(deviation / usual));
  if (!isNearer) return [];
  const words = `SD ${say(deviation)} is far below the ${say(usual)} of other studies. Is it a standard error? Its SD would be ${say(asError)}.`;
  return [{ question: 'se-taken-for-sd', words }];
}

/** How far off the middle of its interval an estimate may lie, as a share of half the width, before it is asked about. */
const OFF_CENTRE = 0.25;

/** Questions on an estimate: one that isn't near the middle of its interval, on the log scale for ratios, may be misread. */
export function questionsOnEstimate({ estimate, lower, upper, isRatio }: EstimateNumbers): Question[] {
  const onScale = isRatio ? Math.log : (value: number) => value;
  const half = (onScale(upper) - onScale(lower)) / 2;
  const off = Math.abs(onScale(estimate) - (onScale(lower) + onScale(upper)) / 2);
  if (!(half > 0) || off / half <= OFF_CENTRE) return [];
  const words = isRatio
    ? 'The estimate isn’t in the middle of its interval, as ratios are on a log scale. Is a bound misread, or is it a difference?'
    : 'The estimate isn’t in the middle of its interval. Is a bound misread, or is it a ratio?';
  return [{ question: 'estimate-off-centre', words }];
}
