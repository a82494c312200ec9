import type { ArmNumberName } from '#core/extraction/kinds/kindOfOutcome';
import { type NamedNumbers, whyNotNumber } from '#core/extraction/kinds/numberField';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import type { OutcomeKind } from '#core/extraction/vocabulary';
import type { FieldProblem } from '#core/problem';

/** One arm's numbers as a person enters them; what isn't reported is null. */
export type ArmNumbers = Readonly<Record<ArmNumberName, number | null>>;

export const ARM_NUMBER_NAMES = ['events', 'total', 'mean', 'standardDeviation', 'personTime'] as const;

export const NO_ARM_NUMBERS: ArmNumbers = {
  ...{ events: null, total: null, mean: null, standardDeviation: null, personTime: null },
};

/** An arm's numbers without whatever else stands beside them. What was written before a number existed lacks it. */
export function armNumbersOf(of: Readonly<Partial<Record<ArmNumberName, number | null | undefined>>>): ArmNumbers {
  const { events = null, total = null, mean = null, standardDeviation = null, personTime = null } = of;
  return { events, total, mean, standardDeviation, personTime };
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
  const entry = kindOfOutcome(kind);
  if (entry.takes !== 'arms') {
    const takes = entry.takes === 'estimate' ? 'each study’s own estimate' : 'what each study counted as a whole';
    return [problem('events', `This outcome takes ${takes}, not numbers by arm.`)];
  }
  const given = givenNumbers(numbers);
  const single = entry.fields.flatMap(field => {
    const value = given[field.name];
    const because = value === undefined ? null : whyNotNumber(field, value);
    return because === null ? [] : [problem(field.name, because)];
  });
  const strangers = Object.keys(given).filter(name => !entry.fields.some(field => field.name === name));
  return [
    ...single,
    ...strangers.slice(0, 1).map(name => problem(name, entry.asks)),
    ...entry.trouble(given).map(({ field, detail }) => problem(field, detail)),
  ];
}

/** Those that are given. */
export function givenNumbers(numbers: ArmNumbers): NamedNumbers {
  return Object.fromEntries(
    ARM_NUMBER_NAMES.flatMap(name => {
      const value = numbers[name] ?? null;
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** What can't be true of a reported estimate: bounds in the wrong order, an estimate outside them, a ratio of 0 or less. */
export function impossibleEstimate(numbers: EstimateNumbers, kind?: OutcomeKind): FieldProblem[] {
  const { estimate, lower, upper, isRatio } = numbers;
  const problems: FieldProblem[] = [];
  const entry = kind ? kindOfOutcome(kind) : null;
  if (entry?.takes === 'estimate' && entry.isRatio && !isRatio) {
    problems.push(
      problem('isRatio', 'This outcome takes ratios: a hazard ratio with its interval, not its logarithm.'),
    );
  }
  if (isRatio && Math.min(estimate, lower, upper) <= 0) {
    problems.push(problem('lower', 'A ratio and its bounds are above 0. Were they reported on a log scale?'));
  }
  if (lower >= upper) problems.push(problem('upper', 'The upper bound is above the lower one.'));
  else if (estimate < lower || estimate > upper) {
    problems.push(problem('estimate', `The estimate lies outside its interval (${lower} to ${upper}).`));
  }
  return problems;
}
