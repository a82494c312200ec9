/** Words of which one in place of another makes another report, in groups: within a group they exclude each other. */
const GROUPS: readonly (readonly string[])[] = [
  ['men', 'women', 'man', 'woman', 'male', 'female', 'males', 'females', 'boys', 'girls'],
  ['vivo', 'vitro', 'silico'],
  [
    'rat',
    'rats',
    'mouse',
    'mice',
    'rabbit',
    'rabbits',
    'pig',
    'pigs',
    'dog',
    'dogs',
    'human',
    'humans',
    'monkeys',
    'zebrafish',
  ],
  ['child', 'children', 'adult', 'adults', 'adolescents', 'infants', 'elderly', 'neonates'],
  ['acute', 'chronic'],
  ['upper', 'lower'],
  ['left', 'right'],
  ['hypo', 'hyper'],
  ['high', 'low'],
  ['early', 'late'],
  ['short', 'long'],
  ['positive', 'negative'],
  ['increase', 'increases', 'increased', 'decrease', 'decreases', 'decreased', 'reduces', 'reduced'],
  ['first', 'second', 'third', 'fourth', 'fifth'],
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ['with', 'without'],
  ['before', 'after'],
  ['north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western'],
  ['interim', 'final', 'preliminary'],
  ['systolic', 'diastolic'],
  ['primary', 'secondary'],
];

/** Words that make a title another report's if only one of the two has them. */
const ALONE = new Set([
  'update',
  'updated',
  'protocol',
  'reply',
  'erratum',
  'corrigendum',
  'correction',
  'rejoinder',
  'interim',
  'preliminary',
  'followup',
  'addendum',
  'continued',
  'not',
  'without',
  'part',
]);

const GROUP_OF = new Map(GROUPS.flatMap((group, at) => group.map(word => [word, at] as const)));

const HAS_DIGIT = /\d/;

function onlyIn(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter(word => {
    const at = left.indexOf(word);
    if (at >= 0) left[at] = '';
    return at < 0;
  });
}

/**
 * Whether two titles differ in a word that makes them another report: a number, a sex, a species, a sign of a part or
 * of an update. What only the way of parting words explains ("apoE -/-", "GLP 1" beside "GLP-1") is no difference.
 */
export function tellingWordsDiffer(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [onlyIn(a, b), onlyIn(b, a)];
  const digits = (words: readonly string[]) => words.join('').replace(/\D+/g, '');
  if (digits(left) !== digits(right) && [...left, ...right].some(word => HAS_DIGIT.test(word))) return true;
  if ([...left, ...right].some(word => ALONE.has(word))) return true;
  return left.some(word => {
    const group = GROUP_OF.get(word);
    return group !== undefined && right.some(other => GROUP_OF.get(other) === group);
  });
}
