import { saidNumber as say } from '#core/extraction/saidNumber';
import type { UnitChange } from '#core/extraction/units';

/** What a number of a result is: what it can be, and how it follows when a study's unit becomes the review's. */
export type NumberRule = 'count' | 'people' | 'time' | 'level' | 'spread' | 'correlation' | 'alpha' | 'parts';

/** One number that an outcome of a kind takes. */
export interface NumberField<Name extends string = string> {
  /** As the API names it. */
  readonly name: Name;
  /** Above its field. */
  readonly words: string;
  /** The head of its column in a table. */
  readonly column: string;
  readonly rule: NumberRule;
}

/** Numbers by the names of their fields. */
export type NamedNumbers = Readonly<Record<string, number>>;

interface Rule {
  /** Why a number can't be, or null. */
  readonly whyNot: (value: number) => string | null;
  readonly use?: (value: number, change: UnitChange) => number;
}

const RULES: Readonly<Record<NumberRule, Rule>> = {
  count: { whyNot: value => (value < 0 ? 'A count is not negative.' : null) },
  people: { whyNot: value => (value < 1 ? 'There is at least one person.' : null) },
  time: {
    whyNot: value => (value <= 0 ? 'Time at risk is above 0.' : null),
    use: (value, { factor }) => value * factor,
  },
  level: { whyNot: () => null, use: (value, { factor, offset }) => value * factor + offset },
  spread: {
    whyNot: value =>
      value <= 0 ? 'A standard deviation is above 0. Is it a standard error, or was it not reported?' : null,
    use: (value, { factor }) => value * Math.abs(factor),
  },
  correlation: {
    whyNot: value => {
      if (value > -1 && value < 1) return null;
      return `A correlation lies between −1 and 1, and ${say(value)} doesn’t. Is it a percentage?`;
    },
  },
  alpha: {
    whyNot: value => {
      if (value < 1) return null;
      return `Alpha is below 1, and ${say(value)} isn’t. Is it a percentage?`;
    },
  },
  parts: {
    whyNot: value =>
      Number.isInteger(value) && value >= 2 ? null : 'A scale has two parts or more, in whole numbers.',
  },
};

/** Why a field can't hold a number; null where it can. */
export function whyNotNumber({ rule }: Pick<NumberField, 'rule'>, value: number): string | null {
  return Number.isFinite(value) ? RULES[rule].whyNot(value) : 'This is no number.';
}

/**
 * Numbers in the review's unit: levels × factor + offset, spreads × |factor|, times × factor; counts, correlations and alpha have no
 * unit. Takes them in the study's own. Follows from the algebra of linear maps; tested by hand-worked examples.
 */
export function inUnit(fields: readonly NumberField[], numbers: NamedNumbers, change: UnitChange): NamedNumbers {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => {
      const rule = fields.find(field => field.name === name)?.rule;
      return [name, (rule && RULES[rule].use?.(value, change)) ?? value];
    }),
  );
}
