import type { FieldProblem } from '#core/problem';
import type { OutcomeKind } from '#core/vocabulary';

/** One arm's numbers as a person enters them; what isn't reported is null. */
export interface ArmNumbers {
  readonly events: number | null;
  readonly total: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
}

/** A study's own estimate with its interval, as reported. */
export interface EstimateNumbers {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly isRatio: boolean;
}

const problem = (field: string, detail: string): FieldProblem => ({ pointer: `/body/${field}`, detail });

/** What can't be true of an arm's numbers, field by field; an empty list where they can. Counts may be fractions (imputed). */
export function impossibleArmResult(kind: OutcomeKind, numbers: ArmNumbers): FieldProblem[] {
  const { events, total, mean, standardDeviation } = numbers;
  const problems: FieldProblem[] = [];
  if (total !== null && total <= 0) problems.push(problem('total', 'An arm has at least one person.'));
  if (kind === 'dichotomous') {
    if (mean !== null || standardDeviation !== null) {
      problems.push(problem('mean', 'This outcome is counted: give events of total.'));
    }
    if (events !== null && total !== null && events > total) {
      problems.push(problem('events', `More people with the event (${events}) than people in the arm (${total}).`));
    }
    return problems;
  }
  if (kind === 'continuous') {
    if (events !== null)
      problems.push(problem('events', 'This outcome is measured: give mean, SD and number of people.'));
    if (standardDeviation !== null && standardDeviation <= 0) {
      const detail = 'A standard deviation is above 0. Is it a standard error, or was it not reported?';
      problems.push(problem('standardDeviation', detail));
    }
    return problems;
  }
  const takes = kind === 'generic' ? 'each study’s own estimate' : 'what each study counted as a whole';
  return [problem('events', `This outcome takes ${takes}, not numbers by arm.`)];
}

/** What can't be true of a reported estimate: bounds in the wrong order, an estimate outside them, a ratio of 0 or less. */
export function impossibleEstimate(numbers: EstimateNumbers): FieldProblem[] {
  const { estimate, lower, upper, isRatio } = numbers;
  const problems: FieldProblem[] = [];
  if (isRatio && Math.min(estimate, lower, upper) <= 0) {
    problems.push(problem('lower', 'A ratio and its bounds are above 0. Were they reported on a log scale?'));
  }
  if (lower >= upper) problems.push(problem('upper', 'The upper bound is above the lower one.'));
  else if (estimate < lower || estimate > upper) {
    problems.push(problem('estimate', `The estimate lies outside its interval (${lower} to ${upper}).`));
  }
  return problems;
}
