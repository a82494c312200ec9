import { type ConversionForm, field, LEVEL, SCALE, TOTAL } from '#core/extraction/conversionField';

const ICC = field('icc', 'Intraclass correlation (ICC)', 'icc', { usual: 0.02 });
const SIZE = field('size', 'Mean size of a cluster', 'persons');
const PAIRS = field('total', 'People who had both', 'persons');
const R = field('correlation', 'Correlation of both periods', 'correlation', { usual: 0.5 });

const FROM = {
  name: 'from',
  label: 'The report gives a',
  options: [
    { value: 'OR', label: 'Odds ratio' },
    { value: 'RR', label: 'Risk ratio' },
    { value: 'RD', label: 'Risk difference' },
    { value: 'HR', label: 'Hazard ratio' },
  ],
} as const;

const TO = {
  name: 'to',
  label: 'Turn it into a',
  options: [
    { value: 'RR', label: 'Risk ratio' },
    { value: 'OR', label: 'Odds ratio' },
    { value: 'RD', label: 'Risk difference' },
  ],
} as const;

/** Conversions that a trial's design asks for: clusters, cross-over, time at risk; and an effect in other words. */
export const DESIGN_FORMS = {
  'events-from-rate': {
    title: 'Events from a rate',
    kind: 'dichotomous',
    fields: [
      field('rate', 'Events', 'above-0'),
      field('per', 'for each so much time', 'above-0', { usual: 100 }),
      field('time', 'Whole time at risk', 'above-0'),
      TOTAL,
    ],
    choices: [],
  },
  'cluster-events': {
    title: 'Cluster trial: events at effective size',
    kind: 'dichotomous',
    fields: [field('events', 'Events, as counted', 'at-least-0'), TOTAL, ICC, SIZE],
    choices: [],
  },
  'cluster-means': {
    title: 'Cluster trial: mean at effective size',
    kind: 'continuous',
    fields: [field('mean', 'Mean', 'any'), field('sd', 'SD', 'above-0'), TOTAL, ICC, SIZE],
    choices: [],
  },
  'paired-arm': {
    title: 'Cross-over trial: SD that keeps the pairing',
    kind: 'continuous',
    fields: [
      field('mean', 'Mean with this treatment', 'any'),
      field('sd', 'SD with this treatment', 'above-0'),
      field('otherSd', 'SD with the other treatment', 'above-0'),
      R,
      PAIRS,
    ],
    choices: [],
  },
  'cluster-estimate': {
    title: 'Cluster trial: interval that minds the clusters',
    kind: 'generic',
    fields: [
      field('estimate', 'Estimate', 'any'),
      field('lower', 'Lower bound', 'any'),
      field('upper', 'Upper bound', 'any'),
      LEVEL,
      ICC,
      SIZE,
    ],
    choices: [SCALE],
  },
  'paired-difference': {
    title: 'Cross-over trial: paired mean difference',
    kind: 'generic',
    fields: [
      field('mean1', 'Mean, intervention', 'any'),
      field('sd1', 'SD, intervention', 'above-0'),
      field('mean2', 'Mean, comparator', 'any'),
      field('sd2', 'SD, comparator', 'above-0'),
      R,
      PAIRS,
    ],
    choices: [],
  },
  'paired-odds-ratio': {
    title: 'Cross-over trial: odds ratio of pairs',
    kind: 'generic',
    fields: [
      field('first', 'Event with the intervention alone', 'above-0'),
      field('second', 'Event with the comparator alone', 'above-0'),
    ],
    choices: [],
  },
  'effect-at-baseline': {
    title: 'Another measure at a baseline risk',
    kind: 'generic',
    fields: [
      field('estimate', 'Estimate', 'any'),
      field('lower', 'Lower bound', 'any'),
      field('upper', 'Upper bound', 'any'),
      LEVEL,
      field('percent', 'Risk without the intervention, %', 'percent'),
    ],
    choices: [FROM, TO],
  },
} as const satisfies Readonly<Record<string, ConversionForm>>;
