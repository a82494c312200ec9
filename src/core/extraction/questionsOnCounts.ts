import type { PlainKindOfOutcome } from '#core/extraction/kinds/kindOfOutcome';
import type { NamedNumbers } from '#core/extraction/kinds/numberField';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import type { NumberQuestion } from '#core/extraction/kinds/plainKind';
import type { PlainCounts } from '#core/extraction/plainCounts';
import {
  LEAST_OTHERS,
  middle,
  type Question,
  questionsOnDeviation,
  questionsOnRate,
} from '#core/extraction/questionableResult';
import { saidNumber as say } from '#core/extraction/saidNumber';

/** What the numbers of a study are held against. */
export interface OtherCounts {
  /** The same outcome in other studies. */
  readonly others: readonly NamedNumbers[];
  readonly isConverted: boolean;
}

type Ask = (kind: PlainKindOfOutcome, numbers: NamedNumbers, around: OtherCounts) => Question[];

const rateOf = ({ events = Number.NaN, personTime = Number.NaN }: NamedNumbers) => events / personTime;

const QUESTIONS: Readonly<Record<NumberQuestion, Ask>> = {
  percentage: (_kind, { events = 0 }, { isConverted }) =>
    isConverted || Number.isInteger(events)
      ? []
      : [
          {
            question: 'percentage-taken-for-count',
            words: `${say(events)} events is no whole number. Is it a percentage?`,
          },
        ],
  rate: (_kind, numbers, { others }) => questionsOnRate(rateOf(numbers), others.map(rateOf)),
  spread: ({ fields }, numbers, { others }) => {
    const asked = fields.flatMap(({ name, rule }) => {
      const value = numbers[name];
      const usual = others.flatMap(other => other[name] ?? []);
      if (rule !== 'spread' || value === undefined || usual.length < LEAST_OTHERS) return [];
      return questionsOnDeviation(value, numbers.total ?? null, middle(usual));
    });
    // The same of two spreads is one question: it is answered once.
    return asked.filter(({ question }, place) => asked.findIndex(other => other.question === question) === place);
  },
  sign: ({ signOf }, numbers, { others }) => {
    const own = Math.sign(signOf?.(numbers) ?? 0);
    const signs = new Set(others.map(other => Math.sign(signOf?.(other) ?? 0)));
    if (own === 0 || others.length < LEAST_OTHERS || signs.size !== 1 || !signs.has(-own)) return [];
    const words = 'All other studies point the other way. Is the scale turned round, or were two numbers exchanged?';
    return [{ question: 'sign-unlike-others', words }];
  },
  'below-0': ({ signOf }, numbers) => {
    const value = signOf?.(numbers) ?? 0;
    if (value >= 0) return [];
    const words = `${say(value)} is below 0. Were some parts of the scale not turned round?`;
    return [{ question: 'below-0', words }];
  },
};

/**
 * Questions on what a study reports as a whole, by its kind: parts of persons; a rate fifty times the middle of the other studies,
 * or less than a fiftieth; a standard deviation that may be a standard error (as `questionsOnArm`); a direction unlike that of
 * all others; an alpha below 0. Scale: the outcome's own. Nothing is asked where fewer than three others are known.
 */
export function questionsOnCounts({ kind, numbers }: PlainCounts, around: OtherCounts): Question[] {
  const entry: PlainKindOfOutcome = OUTCOME_KIND_TABLE[kind];
  return entry.questions.flatMap(question => QUESTIONS[question](entry, numbers, around));
}
