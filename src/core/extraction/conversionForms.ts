import {
  type ConversionChoice,
  type ConversionField,
  type ConversionForm,
  field,
  LEVEL,
  SCALE,
  TOTAL,
} from '#core/extraction/conversionField';
import { DESIGN_FORMS } from '#core/extraction/designForms';
import { PLAIN_FORMS } from '#core/extraction/plainForms';

/** What can be worked out from what a report gives, by the word that is stored. */
export const CONVERSIONS = [
  'events-from-percent',
  'sd-from-se',
  'sd-from-interval',
  'sd-from-difference-se',
  'sd-from-difference-interval',
  'sd-from-t',
  'sd-from-f',
  'sd-from-p',
  'mean-from-quantiles',
  'change-from-baseline',
  'combined-groups',
  'estimate-with-se',
  'estimate-with-variance',
  'estimate-with-p',
  'hazard-ratio-from-log-rank',
  'hazard-ratio-from-log-rank-p',
  'odds-ratio-from-smd',
  'smd-from-odds-ratio',
  'events-from-rate',
  'cluster-events',
  'cluster-means',
  'paired-arm',
  'cluster-estimate',
  'paired-difference',
  'paired-odds-ratio',
  'effect-at-baseline',
  'time-from-rate',
  'correlation-from-change',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

const MEAN = field('mean', 'Mean', 'any');
const OTHERS = field('otherTotal', 'People in the other arm', 'persons');
const DIFFERENCE = field('difference', 'Difference of the means', 'any');
const LOWER = field('lower', 'Lower bound', 'any');
const UPPER = field('upper', 'Upper bound', 'any');
const P = field('p', 'p-value, two-sided', 'p');
const optional = (one: ConversionField): ConversionField => ({ ...one, isOptional: true });

const DISTRIBUTION: ConversionChoice = {
  name: 'distribution',
  label: 'The interval was made with',
  options: [
    { value: 't', label: 't (small groups)' },
    { value: 'z', label: 'normal (100 and more)' },
  ],
};

const METHOD: ConversionChoice = {
  name: 'method',
  label: 'Method',
  options: [
    { value: 'luo', label: 'Luo, Wan and Shi (roughly normal)' },
    { value: 'wan', label: 'Wan' },
    { value: 'quantile-estimation', label: 'McGrath, quantiles (skewed)' },
    { value: 'box-cox', label: 'McGrath, Box–Cox (skewed)' },
    { value: 'hozo', label: 'Hozo (range only)' },
  ],
};

const DICHOTOMY: ConversionChoice = {
  name: 'factor',
  label: 'Factor',
  options: [
    { value: 'hasselblad_hedges', label: 'Hasselblad and Hedges' },
    { value: 'cox', label: 'Cox (1.65)' },
  ],
};

const measured = (title: string, fields: readonly ConversionField[], choices: readonly ConversionChoice[] = []) =>
  ({ title, kind: 'continuous', fields, choices }) as const;
const estimated = (title: string, fields: readonly ConversionField[], choices: readonly ConversionChoice[] = []) =>
  ({ title, kind: 'generic', fields, choices }) as const;

const groupFields = (place: 1 | 2 | 3): ConversionField[] => {
  const fields = [
    field(`mean${place}`, `Mean of group ${place}`, 'any'),
    field(`sd${place}`, `SD of group ${place}`, 'above-0'),
    field(`total${place}`, `People in group ${place}`, 'persons'),
  ];
  return place === 3 ? fields.map(optional) : fields;
};

/** Every conversion as a form shows it and the door checks it; `convert` does the work. */
export const CONVERSION_FORMS: Readonly<Record<Conversion, ConversionForm>> = {
  'events-from-percent': {
    title: 'Events from a percentage',
    kind: 'dichotomous',
    fields: [
      field('percent', 'Percentage with the event', 'percent'),
      TOTAL,
      field('decimals', 'Decimals printed', 'whole', { decimalsOf: 'percent' }),
    ],
    choices: [],
  },
  'sd-from-se': measured('SD from a standard error', [MEAN, field('se', 'Standard error', 'above-0'), TOTAL]),
  'sd-from-interval': measured('SD from an interval of the mean', [MEAN, LOWER, UPPER, LEVEL, TOTAL], [DISTRIBUTION]),
  'sd-from-difference-se': measured('SD from the standard error of the difference', [
    MEAN,
    field('se', 'Standard error of the difference', 'above-0'),
    TOTAL,
    OTHERS,
  ]),
  'sd-from-difference-interval': measured(
    'SD from the interval of the difference',
    [MEAN, LOWER, UPPER, LEVEL, TOTAL, OTHERS],
    [DISTRIBUTION],
  ),
  'sd-from-t': measured('SD from a t statistic', [MEAN, DIFFERENCE, field('t', 't', 'any'), TOTAL, OTHERS]),
  'sd-from-f': measured('SD from an F statistic', [MEAN, DIFFERENCE, field('f', 'F', 'above-0'), TOTAL, OTHERS]),
  'sd-from-p': measured('SD from a p-value', [MEAN, DIFFERENCE, P, TOTAL, OTHERS]),
  'mean-from-quantiles': measured(
    'Mean and SD from a median',
    [
      optional(field('minimum', 'Minimum', 'any')),
      optional(field('lowerQuartile', 'Lower quartile', 'any')),
      field('median', 'Median', 'any'),
      optional(field('upperQuartile', 'Upper quartile', 'any')),
      optional(field('maximum', 'Maximum', 'any')),
      TOTAL,
    ],
    [METHOD],
  ),
  'change-from-baseline': measured('Change from before and after', [
    field('meanBefore', 'Mean before', 'any'),
    field('sdBefore', 'SD before', 'above-0'),
    field('meanAfter', 'Mean after', 'any'),
    field('sdAfter', 'SD after', 'above-0'),
    field('correlation', 'Assumed correlation r', 'correlation', { usual: 0.5 }),
    TOTAL,
  ]),
  'combined-groups': measured('Several groups as one', [...groupFields(1), ...groupFields(2), ...groupFields(3)]),
  'estimate-with-se': estimated(
    'Interval from a standard error',
    [field('estimate', 'Estimate', 'any'), field('se', 'Standard error (log scale for ratios)', 'above-0')],
    [SCALE],
  ),
  'estimate-with-variance': estimated(
    'Interval from a variance',
    [field('estimate', 'Estimate', 'any'), field('variance', 'Variance (log scale for ratios)', 'above-0')],
    [SCALE],
  ),
  'estimate-with-p': estimated('Interval from a p-value', [field('estimate', 'Estimate', 'any'), P], [SCALE]),
  'hazard-ratio-from-log-rank': estimated('Hazard ratio from O − E and V', [
    field('observedMinusExpected', 'Observed minus expected (O − E)', 'any'),
    field('variance', 'Variance (V)', 'above-0'),
  ]),
  'hazard-ratio-from-log-rank-p': estimated(
    'Hazard ratio from a log-rank p-value',
    [
      P,
      field('events1', 'Events, intervention', 'above-0'),
      field('events2', 'Events, comparator', 'above-0'),
      optional(field('persons1', 'People, intervention (unequal arms)', 'persons')),
      optional(field('persons2', 'People, comparator (unequal arms)', 'persons')),
    ],
    [
      {
        name: 'direction',
        label: 'Events came',
        options: [
          { value: 'benefit', label: 'later with the intervention' },
          { value: 'harm', label: 'earlier with the intervention' },
        ],
      },
    ],
  ),
  'odds-ratio-from-smd': estimated(
    'Odds ratio from a standardised mean difference',
    [field('estimate', 'Standardised mean difference', 'any'), field('se', 'Its standard error', 'above-0')],
    [DICHOTOMY],
  ),
  'smd-from-odds-ratio': estimated(
    'Standardised mean difference from an odds ratio',
    [
      field('estimate', 'Odds ratio', 'above-0'),
      field('lower', 'Lower bound', 'above-0'),
      field('upper', 'Upper bound', 'above-0'),
      LEVEL,
    ],
    [DICHOTOMY],
  ),
  ...DESIGN_FORMS,
  ...PLAIN_FORMS,
};
