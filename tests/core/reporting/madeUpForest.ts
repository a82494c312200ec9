import type { ForestData, ForestRow } from '#core/reporting/forestData';

function row(
  studyId: string,
  label: string,
  ratio: number,
  lower: number,
  upper: number,
  weightPercent: number,
): ForestRow {
  return {
    studyId,
    label,
    cells: ['12 / 100', '20 / 101'],
    effect: { estimate: Math.log(ratio), lower: Math.log(lower), upper: Math.log(upper) },
    weightPercent,
  };
}

/** Three made-up trials on the logarithm of the risk ratio. */
export const THREE_TRIALS: ForestData = {
  measure: 'Risk ratio',
  scale: 'log',
  noEffect: 0,
  level: 0.95,
  armColumns: [
    { title: 'Drug', unit: 'events / total' },
    { title: 'Placebo', unit: 'events / total' },
  ],
  groups: [
    {
      rows: [
        row('a', 'Alder 2001', 0.5, 0.25, 1, 20),
        row('b', 'Birch 2005', 0.8, 0.64, 1, 70),
        row('c', 'Cedar 2011', 0.1, 0.001, 10, 10),
      ],
    },
  ],
  pooled: {
    label: 'Random-effects model',
    cells: ['36 / 300', '60 / 303'],
    effect: { estimate: Math.log(0.7), lower: Math.log(0.5), upper: Math.log(0.98) },
    weightPercent: 100,
  },
  prediction: { lower: Math.log(0.3), upper: Math.log(1.6) },
  favours: { left: 'drug', right: 'placebo' },
  heterogeneity: ['τ² = 0.05', 'I² = 40 %'],
  method: ['REML', 'Hartung–Knapp, t(2)'],
};

/** The same trials in two groups, the second with one study and so without a diamond. */
export const TWO_GROUPS: ForestData = {
  ...THREE_TRIALS,
  groups: [
    {
      label: 'Adults',
      rows: THREE_TRIALS.groups[0]?.rows.slice(0, 2) ?? [],
      subtotal: {
        label: 'Subtotal',
        cells: ['24 / 200', '40 / 202'],
        effect: { estimate: Math.log(0.72), lower: Math.log(0.55), upper: Math.log(0.95) },
        weightPercent: 90,
      },
    },
    {
      label: 'Children',
      rows: [
        { ...row('c', 'Cedar 2011', 0.1, 0.001, 10, 10), isConverted: true, riskOfBias: 'high' },
        {
          studyId: 'd',
          label: 'Dogwood 2014',
          cells: ['0 / 20', '0 / 22'],
          effect: null,
          because: 'no events in either arm',
          weightPercent: null,
        },
      ],
      subtotal: { label: 'Subtotal', effect: null, because: 'Not pooled: one study', weightPercent: 10 },
    },
  ],
};
