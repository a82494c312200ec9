import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type DoseResponseData, doseResponseFigure } from '#core/reporting/doseResponseFigure';
import { PALETTE_NAMES, PALETTES, type Palette } from '#core/reporting/palette';
import { pCurveFigure, pCurveShares } from '#core/reporting/pCurveFigure';
import { type PosteriorData, posteriorFigure } from '#core/reporting/posteriorFigure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { posteriorDensities } from '#core/synthesis/bayes/posteriorDensities';
import { doseResponse } from '#core/synthesis/doseResponse/doseResponse';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { trialSequential } from '#core/synthesis/sequential/trialSequential';
import { pCurve } from '#core/synthesis/smallStudy/pCurve';
import { expectApproved } from '../../pictures/approvedPicture.ts';

const EFFECTS = { yi: [-0.6, -0.1, -0.9, -0.3, -0.5], vi: [0.09, 0.04, 0.25, 0.02, 0.06] };
const PRIORS = { tau: { family: 'half-normal', scale: 0.5 }, mean: null } as const;

function posterior(): PosteriorData {
  const { mean, predictive, tau } = bayesianMeta(EFFECTS, PRIORS);
  return {
    ...{ measure: 'Risk ratio', scale: 'log', noEffect: 0, densities: posteriorDensities(EFFECTS, PRIORS) },
    ...{ mean: mean.interval, predictive: predictive.interval, tau: tau.interval },
  };
}

const SEQUENTIAL = {
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

type Options = { readonly palette?: Palette };
const FIGURES: Readonly<Record<string, (options?: Options) => string>> = {
  posterior: options => posteriorFigure(posterior(), options),
  sequential: options => sequentialFigure(SEQUENTIAL, options),
  'p-curve': options => pCurveFigure(P_CURVE, options),
  'dose-response': options => doseResponseFigure(DOSE, options),
};

describe('figures of further methods', () => {
  test.each(Object.entries(FIGURES))('%s was looked at and approved', (name, draw) => expectApproved(name, draw()));

  test.each(Object.entries(FIGURES))('%s is whole in every palette', (_, draw) => {
    for (const name of PALETTE_NAMES) {
      const svg = draw({ palette: PALETTES[name] });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const parser = new SaxesParser();
      parser.on('error', error => {
        throw error;
      });
      parser.write(svg).close();
    }
  });
});

describe('posterior densities', () => {
  const area = (points: readonly { at: number; density: number }[], from: number, to: number) =>
    points.slice(1).reduce((sum, point, place) => {
      const before = points[place];
      if (!before || before.at < from || point.at > to) return sum;
      return sum + ((point.at - before.at) * (point.density + before.density)) / 2;
    }, 0);

  test('hold what the credible intervals say: 95 % of the mean, of a new study and of τ', () => {
    const { densities, mean, predictive, tau } = posterior();
    // Trapezoids over a grid of 240 steps: a few per mille.
    expect(area(densities.mean, mean.lower, mean.upper)).toBeCloseTo(0.95, 1.5);
    expect(area(densities.predictive, predictive.lower, predictive.upper)).toBeCloseTo(0.95, 1.5);
    expect(area(densities.tau, tau.lower, tau.upper)).toBeCloseTo(0.95, 1.5);
  });
});

describe('the p-curve', () => {
  test('shares the significant p-values out over five bins and leaves the others away', () => {
    expect(pCurveShares([0.001, 0.009, 0.015, 0.049, 0.2])).toEqual([50, 25, 0, 0, 25]);
    expect(pCurveShares([0.3])).toEqual([0, 0, 0, 0, 0]);
    expect(() => pCurveFigure(pCurve([{ stat: 'z', value: 0.5 }]))).toThrow(RangeError);
  });
});

describe('the trial sequential figure', () => {
  test('has a point for every trial and says how many people are needed', () => {
    const svg = sequentialFigure(SEQUENTIAL);
    expect(svg.match(/data-study/g)).toHaveLength(5);
    expect(svg).toContain(`needed: ${Math.ceil(SEQUENTIAL.analysis.sizeUsed).toLocaleString('en')}`);
    expect(svg).toContain('Cedar &amp; Dogwood 2006');
  });
});
