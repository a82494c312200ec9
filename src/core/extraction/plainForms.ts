import { type ConversionForm, field, TOTAL } from '#core/extraction/conversionField';

/** Conversions that give the numbers of rates, and of one group before and after. */
export const PLAIN_FORMS = {
  'time-from-rate': {
    title: 'Person-time from a rate',
    kind: 'rate',
    fields: [
      field('events', 'Events', 'above-0'),
      field('rate', 'Rate', 'above-0'),
      field('per', 'for each so much person-time', 'above-0', { usual: 1000 }),
    ],
    choices: [],
  },
  'correlation-from-change': {
    title: 'Correlation from the SD of changes',
    kind: 'pre-post',
    fields: [
      field('meanBefore', 'Mean before', 'any'),
      field('sdBefore', 'SD before', 'above-0'),
      field('meanAfter', 'Mean after', 'any'),
      field('sdAfter', 'SD after', 'above-0'),
      field('sdChange', 'SD of the changes', 'above-0'),
      TOTAL,
    ],
    choices: [],
  },
} as const satisfies Readonly<Record<string, ConversionForm>>;
