import type {
  ArmKindOfOutcome,
  EstimateKindOfOutcome,
  KindOfOutcome,
  OwnModelKind,
  Told,
} from '#core/extraction/kinds/kindOfOutcome';
import type { NumberField } from '#core/extraction/kinds/numberField';
import { PLAIN_KINDS } from '#core/extraction/kinds/plainKinds';
import {
  DEVIATION,
  DIRECTION,
  EVENTS,
  MEAN,
  moreThanAll,
  NUMBER,
  OPPOSITE,
  others,
  TIME,
  TOTAL,
  turned,
} from '#core/extraction/kinds/sharedFields';
import type { ArmOutcomeKind, EstimateOutcomeKind, OutcomeKind } from '#core/extraction/vocabulary';

const short = <Field extends NumberField>(of: Field, first: string, second: string) => ({
  ...of,
  short: [first, second] as const,
});

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
export const OUTCOME_KIND_TABLE = {
  ...BY_ARM,
  ...ESTIMATED,
  ...PLAIN_KINDS,
  ...OWN_MODELS,
} as const satisfies Readonly<Record<OutcomeKind, Told>>;

export function kindOfOutcome(kind: OutcomeKind): KindOfOutcome {
  return OUTCOME_KIND_TABLE[kind];
}

/** Whether what lies left and right of no effect is one of two arms. */
export function comparesSides(kind: OutcomeKind): boolean {
  const { takes } = kindOfOutcome(kind);
  return takes === 'arms' || takes === 'estimate';
}
