import type { NumberTrouble } from '#core/extraction/kinds/kindOfOutcome';
import type { NamedNumbers, NumberRule } from '#core/extraction/kinds/numberField';

export const field = <Name extends string>(name: Name, words: string, column: string, rule: NumberRule) => ({
  name,
  words,
  column,
  rule,
});

export const EVENTS = field('events', 'Events', 'events', 'count');
export const TOTAL = field('total', 'Total', 'total', 'people');
export const MEAN = field('mean', 'Mean', 'mean', 'level');
export const DEVIATION = field('standardDeviation', 'SD', 'sd', 'spread');
export const NUMBER = field('total', 'Number', 'total', 'people');
export const TIME = field('personTime', 'Person-time', 'person_time', 'time');

/** More events than people; what the people are in. */
export const moreThanAll = (
  { events = 0, total = Number.POSITIVE_INFINITY }: NamedNumbers,
  where: string,
): NumberTrouble[] =>
  events > total
    ? [{ field: 'events', detail: `More people with the event (${events}) than people in the ${where} (${total}).` }]
    : [];

/** Those without the event, as far as both numbers are given. */
export const others = (numbers: NamedNumbers): NamedNumbers => {
  const { events, total } = numbers;
  return events === undefined || total === undefined ? numbers : { ...numbers, events: total - events };
};

/** The same with other signs, as far as they are given. */
export const turned =
  (...names: readonly string[]) =>
  (numbers: NamedNumbers): NamedNumbers =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, names.includes(name) ? -value : value]));

export const DIRECTION = 'Its direction is the other way round';
export const OPPOSITE = 'It counts the opposite: survival, say, where the review counts deaths';
