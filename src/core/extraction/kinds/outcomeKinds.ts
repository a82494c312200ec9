import type { Conversion } from '#core/extraction/conversionForms';
import type { NamedNumbers, NumberField, NumberRule } from '#core/extraction/kinds/numberField';
import { oneGroup, type PlainKind } from '#core/extraction/kinds/plainKind';
import { saidNumber as say } from '#core/extraction/saidNumber';
import type { ArmOutcomeKind, EstimateOutcomeKind, Measure, OutcomeKind, PlainOutcomeKind } from '#core/vocabulary';

/** The numbers of an arm, as they are stored. */
export type ArmNumberName = 'events' | 'total' | 'mean' | 'standardDeviation' | 'personTime';

/** A number that can't be beside the others, and why. */
export interface NumberTrouble {
  readonly field: string;
  readonly detail: string;
}

interface Told {
  /** In a list of kinds. */
  readonly words: string;
  /** For whom it is, below the list. */
  readonly about: string;
  /** How it can be pooled; the first is the usual one. */
  readonly measures: readonly Measure[];
  /** What the outcome's unit is of, with an example; null where its numbers have none. */
  readonly unit: string | null;
  /** Conversions made for another kind that give this kind's numbers too. */
  readonly conversions?: readonly Conversion[];
  /** What the box says that turns a study's direction; null where there is no other direction. */
  readonly opposite: string | null;
}

/** A kind whose numbers belong to arms. */
export interface ArmKindOfOutcome extends Told {
  readonly takes: 'arms';
  readonly fields: readonly (NumberField<ArmNumberName> & {
    /** What the synthesis calls it in the first group and in the second. */
    readonly short: readonly [string, string];
  })[];
  /** Why other numbers don't belong here. */
  readonly asks: string;
  readonly trouble: (numbers: NamedNumbers) => readonly NumberTrouble[];
  /** Several arms of one side as one: counts and times add up, means combine. */
  readonly combines: 'sums' | 'means';
  readonly reversed: (numbers: NamedNumbers) => NamedNumbers;
}

/** A kind of which each study gives one estimate with its interval. */
export interface EstimateKindOfOutcome extends Told {
  readonly takes: 'estimate';
  /** Always a ratio; null where each study says. */
  readonly isRatio: true | null;
}

/** Kinds that core has a model of their own for. */
export interface OwnModelKind extends Told {
  readonly takes: 'own-model';
}

export interface PlainKindOfOutcome extends Told, PlainKind {
  readonly takes: 'whole';
}

const field = <Name extends string>(name: Name, words: string, column: string, rule: NumberRule) => ({
  name,
  words,
  column,
  rule,
});

const short = <Field extends NumberField>(of: Field, first: string, second: string) => ({
  ...of,
  short: [first, second] as const,
});

const EVENTS = field('events', 'Events', 'events', 'count');
const TOTAL = field('total', 'Total', 'total', 'people');
const MEAN = field('mean', 'Mean', 'mean', 'level');
const DEVIATION = field('standardDeviation', 'SD', 'sd', 'spread');
const NUMBER = field('total', 'Number', 'total', 'people');
const TIME = field('personTime', 'Person-time', 'person_time', 'time');

const moreThanAll = ({ events = 0, total = Number.POSITIVE_INFINITY }: NamedNumbers, where: string) =>
  events > total
    ? [{ field: 'events', detail: `More people with the event (${events}) than people in the ${where} (${total}).` }]
    : [];

/** Those without the event, as far as both numbers are given. */
const others = (numbers: NamedNumbers): NamedNumbers => {
  const { events, total } = numbers;
  return events === undefined || total === undefined ? numbers : { ...numbers, events: total - events };
};

/** The same with other signs, as far as they are given. */
const turned =
  (...names: readonly string[]) =>
  (numbers: NamedNumbers): NamedNumbers =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, names.includes(name) ? -value : value]));

const DIRECTION = 'Its direction is the other way round';
const OPPOSITE = 'It counts the opposite: survival, say, where the review counts deaths';

const BY_ARM: Readonly<Record<ArmOutcomeKind, ArmKindOfOutcome>> = {
  dichotomous: {
    takes: 'arms',
    words: 'Events of total',
    about: 'How many people of each arm had the event: deaths, cures, adverse events.',
    fields: [short(EVENTS, 'ai', 'ci'), short(TOTAL, 'n1i', 'n2i')],
    measures: ['RR', 'OR', 'RD', 'AS'],
    unit: null,
    opposite: OPPOSITE,
    asks: 'This outcome is counted: give events of total.',
    trouble: numbers => moreThanAll(numbers, 'arm'),
    combines: 'sums',
    reversed: others,
  },
  continuous: {
    takes: 'arms',
    words: 'Mean, SD, number',
    about: 'What was measured in each arm: blood pressure, pain, length of stay.',
    fields: [short(MEAN, 'm1i', 'm2i'), short(DEVIATION, 'sd1i', 'sd2i'), short(NUMBER, 'n1i', 'n2i')],
    measures: ['MD', 'SMD', 'SMDH', 'ROM', 'VR', 'CVR'],
    unit: 'Optional: “mmHg”, “points, 0 to 100”',
    opposite: DIRECTION,
    asks: 'This outcome is measured: give mean, SD and number of people.',
    trouble: () => [],
    combines: 'means',
    reversed: turned('mean'),
  },
  rate: {
    takes: 'arms',
    words: 'Events over person-time',
    about: 'Events that may come again, or followed for different times: infections per patient-year in each arm.',
    fields: [short(EVENTS, 'x1i', 'x2i'), short(TIME, 't1i', 't2i')],
    measures: ['IRR', 'IRD', 'IRSD'],
    unit: 'Of the time at risk: “years”, “days”',
    opposite: null,
    asks: 'This outcome is a rate: give events and person-time.',
    trouble: () => [],
    combines: 'sums',
    reversed: numbers => numbers,
  },
};

const LOG_RANK = ['hazard-ratio-from-log-rank', 'hazard-ratio-from-log-rank-p'] as const;

const ESTIMATED: Readonly<Record<EstimateOutcomeKind, EstimateKindOfOutcome>> = {
  'time-to-event': {
    takes: 'estimate',
    words: 'Time to an event (hazard ratio)',
    about: 'A hazard ratio with its interval, or what gives one: O − E with V, a log-rank p-value.',
    isRatio: true,
    conversions: ['estimate-with-se', 'estimate-with-variance', 'estimate-with-p', ...LOG_RANK, 'cluster-estimate'],
    measures: ['GEN'],
    unit: null,
    opposite: DIRECTION,
  },
  generic: {
    takes: 'estimate',
    words: 'Each study’s own estimate',
    about: 'Any estimate with its interval, as adjusted odds ratios of cohorts are.',
    isRatio: null,
    measures: ['GEN'],
    unit: 'Optional: “mmHg”, “points, 0 to 100”',
    opposite: DIRECTION,
  },
};

const AS_A_WHOLE: Readonly<Record<PlainOutcomeKind, PlainKindOfOutcome>> = {
  proportion: {
    takes: 'whole',
    words: 'Proportion of one group (prevalence)',
    about: 'How many of all people have it: prevalence, response rate, mortality of a cohort.',
    fields: [EVENTS, TOTAL],
    measures: ['PLO', 'PFT', 'PAS', 'PLN', 'PR'],
    unit: null,
    opposite: OPPOSITE,
    groups: oneGroup,
    trouble: numbers => moreThanAll(numbers, 'study'),
    reversed: others,
    short: ({ events = Number.NaN, total = Number.NaN }) => ({ xi: events, ni: total }),
    conversions: ['events-from-percent', 'cluster-events'],
    said: ({ events = Number.NaN, total = Number.NaN }, write) => `${write(events)} of ${write(total)}`,
    questions: ['percentage'],
  },
  'single-rate': {
    takes: 'whole',
    words: 'Rate of one group (incidence)',
    about: 'Events over the time that people were at risk: new cases per 1,000 person-years.',
    fields: [EVENTS, TIME],
    measures: ['IRLN', 'IR', 'IRS'],
    unit: 'Of the time at risk: “years”, “days”',
    opposite: null,
    groups: oneGroup,
    trouble: () => [],
    reversed: numbers => numbers,
    short: ({ events = Number.NaN, personTime = Number.NaN }) => ({ xi: events, ti: personTime }),
    conversions: ['time-from-rate'],
    said: ({ events = Number.NaN, personTime = Number.NaN }, write) => `${write(events)} in ${write(personTime)}`,
    questions: ['rate'],
  },
  'single-mean': {
    takes: 'whole',
    words: 'Mean of one group',
    about: 'What was measured in one group: normal values, costs, age at onset.',
    fields: [MEAN, DEVIATION, NUMBER],
    measures: ['MN', 'MNLN'],
    unit: 'Optional: “mmHg”, “points, 0 to 100”',
    opposite: DIRECTION,
    groups: oneGroup,
    trouble: () => [],
    reversed: turned('mean'),
    short: ({ mean = Number.NaN, standardDeviation = Number.NaN, total = Number.NaN }) => ({
      ...{ mi: mean, sdi: standardDeviation, ni: total },
    }),
    conversions: ['sd-from-se', 'sd-from-interval', 'mean-from-quantiles', 'combined-groups', 'cluster-means'],
    questions: ['spread'],
  },
  'pre-post': {
    takes: 'whole',
    words: 'Before and after in one group',
    about: 'The same people measured twice, with the correlation of both: a change without a control group.',
    fields: [
      field('meanBefore', 'Mean before', 'mean_before', 'level'),
      field('sdBefore', 'SD before', 'sd_before', 'spread'),
      field('meanAfter', 'Mean after', 'mean_after', 'level'),
      field('sdAfter', 'SD after', 'sd_after', 'spread'),
      NUMBER,
      field('correlation', 'Correlation of both', 'correlation', 'correlation'),
    ],
    measures: ['MC', 'SMCC', 'SMCR'],
    unit: 'Optional: “mmHg”, “points, 0 to 100”',
    opposite: DIRECTION,
    groups: { first: 'After', second: 'Before' },
    // SMCR divides by the first spread, which is the one that no treatment has changed (Becker 1988).
    hasSpreadsCrossed: true,
    trouble: () => [],
    reversed: turned('meanBefore', 'meanAfter'),
    short: numbers => {
      const { meanBefore = Number.NaN, sdBefore = Number.NaN, meanAfter = Number.NaN, sdAfter = Number.NaN } = numbers;
      const { total = Number.NaN, correlation = Number.NaN } = numbers;
      return { m1i: meanAfter, m2i: meanBefore, sd1i: sdBefore, sd2i: sdAfter, ni: total, ri: correlation };
    },
    questions: ['spread', 'sign'],
    signOf: ({ meanBefore = Number.NaN, meanAfter = Number.NaN }) => meanAfter - meanBefore,
  },
  correlation: {
    takes: 'whole',
    words: 'Correlation',
    about: 'How two things go together in the people of a study: r with their number.',
    fields: [field('correlation', 'Correlation r', 'correlation', 'correlation'), NUMBER],
    measures: ['ZCOR', 'COR', 'UCOR'],
    unit: null,
    opposite: DIRECTION,
    groups: oneGroup,
    trouble: ({ total = Number.POSITIVE_INFINITY }) =>
      total < 4 ? [{ field: 'total', detail: `A correlation of ${say(total)} people has no standard error.` }] : [],
    reversed: turned('correlation'),
    short: ({ correlation = Number.NaN, total = Number.NaN }) => ({ ri: correlation, ni: total }),
    questions: ['sign'],
    signOf: ({ correlation = Number.NaN }) => correlation,
  },
  reliability: {
    takes: 'whole',
    words: 'Reliability of a scale (Cronbach’s alpha)',
    about: 'How well the parts of a scale agree: alpha, its number of parts, people.',
    fields: [field('alpha', 'Alpha', 'alpha', 'alpha'), field('parts', 'Parts of the scale', 'parts', 'parts'), NUMBER],
    measures: ['ABT', 'AHW', 'ARAW'],
    unit: null,
    opposite: null,
    groups: oneGroup,
    trouble: ({ total = Number.POSITIVE_INFINITY }) =>
      total < 3 ? [{ field: 'total', detail: `Alpha of ${say(total)} people has no standard error.` }] : [],
    reversed: numbers => numbers,
    short: ({ alpha = Number.NaN, parts = Number.NaN, total = Number.NaN }) => ({ ai: alpha, mi: parts, ni: total }),
    questions: ['below-0'],
    signOf: ({ alpha = Number.NaN }) => alpha,
  },
};

const OWN_MODELS: Readonly<Record<'accuracy' | 'dose-response', OwnModelKind>> = {
  accuracy: {
    takes: 'own-model',
    words: 'Accuracy of a test (2×2)',
    about: 'A test against the truth: true and false positives and negatives.',
    // The model of accuracy has measures of its own; what else is asked of these studies goes by odds ratios.
    measures: ['OR'],
    unit: null,
    opposite: null,
  },
  'dose-response': {
    takes: 'own-model',
    words: 'Levels of exposure',
    about: 'Cases at several levels of an exposure, for a curve of dose and response.',
    measures: ['GEN'],
    unit: 'Of the exposure: “g a day”',
    opposite: null,
  },
};

/**
 * Every kind of outcome: what it takes, how it is checked, pooled and told. A new kind is an entry here, its word in the
 * vocabulary, and a migration that lets the table of outcomes hold the word.
 */
export const OUTCOME_KIND_TABLE = { ...BY_ARM, ...ESTIMATED, ...AS_A_WHOLE, ...OWN_MODELS } as const satisfies Readonly<
  Record<OutcomeKind, Told>
>;

export type KindOfOutcome = ArmKindOfOutcome | EstimateKindOfOutcome | PlainKindOfOutcome | OwnModelKind;

export function kindOfOutcome(kind: OutcomeKind): KindOfOutcome {
  return OUTCOME_KIND_TABLE[kind];
}

/** Whether what lies left and right of no effect is one of two arms. */
export function comparesSides(kind: OutcomeKind): boolean {
  const { takes } = kindOfOutcome(kind);
  return takes === 'arms' || takes === 'estimate';
}
