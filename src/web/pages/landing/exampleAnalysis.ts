import type { ForestData } from '#core/reporting/forestData';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { BCG_TRIALS } from './bcgTrials.ts';

/** The example of the first page, computed here and now by what computes every review. */
export const EXAMPLE = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR', interval: 'knapp-hartung' }, BCG_TRIALS);

const { pooled, predictionInterval } = EXAMPLE;

export const EXAMPLE_FOREST: ForestData = {
  measure: 'Risk ratio',
  scale: 'log',
  noEffect: 0,
  level: EXAMPLE.spec.level / 100,
  armColumns: [],
  groups: [
    {
      rows: EXAMPLE.studies.map(({ studyId, label, effect, weightPercent }) => ({
        studyId,
        label,
        weightPercent,
        ...(effect.estimable
          ? { effect: { estimate: effect.value.yi, lower: effect.value.lower, upper: effect.value.upper } }
          : { effect: null, because: effect.because }),
      })),
    },
  ],
  pooled: {
    label: 'Random-effects model',
    weightPercent: 100,
    ...(pooled.estimable ? { effect: pooled.value } : { effect: null, because: pooled.because }),
  },
  ...(predictionInterval.estimable ? { prediction: predictionInterval.value } : {}),
  favours: { left: 'BCG', right: 'no vaccine' },
  heterogeneity: [],
  method: [],
};
