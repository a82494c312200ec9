import { type DoseResponseData, doseResponseFigure } from '#core/reporting/doseResponseFigure';
import type { FigureOptions } from '#core/reporting/figure';
import { pCurveFigure } from '#core/reporting/pCurveFigure';
import { type PosteriorData, posteriorFigure } from '#core/reporting/posteriorFigure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { posteriorDensities } from '#core/synthesis/bayes/posteriorDensities';
import { doseResponse } from '#core/synthesis/doseResponse/doseResponse';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { trialSequential } from '#core/synthesis/sequential/trialSequential';
import { pCurve } from '#core/synthesis/smallStudy/pCurve';

const EFFECTS = { yi: [-0.6, -0.1, -0.9, -0.3, -0.5], vi: [0.09, 0.04, 0.25, 0.02, 0.06] };
const PRIORS = { tau: { family: 'half-normal', scale: 0.5 }, mean: null } as const;

export function posterior(): PosteriorData {
  const { mean, predictive, tau } = bayesianMeta(EFFECTS, PRIORS);
  return {
    ...{ measure: 'Risk ratio', scale: 'log', noEffect: 0, densities: posteriorDensities(EFFECTS, PRIORS) },
    ...{ mean: mean.interval, predictive: predictive.interval, tau: tau.interval },
  };
}

export const SEQUENTIAL = {
  labels: ['Alder 2001', 'Birch 2003', 'Cedar & Dogwood 2006', 'Elm 2009', 'Fir 2012'],
  sides: 2,
  analysis: trialSequential(EFFECTS, [200, 400, 150, 900, 350], {
    anticipated: { outcome: 'RR', controlRisk: 0.2, effect: 0.75 },
    errors: { alpha: 0.05, beta: 0.2, sides: 2 },
    heterogeneity: 'D2',
    spending: spendingNamed('obf'),
    model: 'DL',
  }),
} as const;

const P_CURVE = pCurve([
  { stat: 't', value: 3.1, df: 40 },
  { stat: 'z', value: 2.9 },
  { stat: 'chi2', value: 6.1, df: 1 },
  { stat: 'F', value: 4.4, df1: 1, df2: 80 },
  { stat: 'r', value: 0.1, df: 50 },
]);

const STUDIES: DoseResponseData['studies'] = [1, 2, 3].map(place => ({
  studyId: `Study ${place}`,
  design: 'cumulative-incidence',
  reference: { dose: 0, cases: 40 + place, total: 1000 },
  categories: [
    { dose: 5, cases: 36, total: 1000, logRatio: -0.1 * place, standardError: 0.2 },
    { dose: 15, cases: 45, total: 900, logRatio: 0.1, standardError: 0.22 },
    { dose: 30 + place, cases: 60, total: 950, logRatio: 0.35, standardError: 0.21 },
  ],
}));
const DOSE: DoseResponseData = {
  dose: 'Dose, mg',
  measure: 'Risk ratio',
  reference: 0,
  level: 95,
  studies: STUDIES,
  fit: doseResponse(STUDIES, { curve: { kind: 'spline', knotPercentiles: [10, 50, 90] }, method: 'FE' }),
};

export const METHOD_FIGURES: Readonly<Record<string, (options?: FigureOptions) => string>> = {
  posterior: options => posteriorFigure(posterior(), options),
  sequential: options => sequentialFigure(SEQUENTIAL, options),
  'p-curve': options => pCurveFigure(P_CURVE, options),
  'dose-response': options => doseResponseFigure(DOSE, options),
};
