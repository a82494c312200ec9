import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { PALETTE_NAMES, PALETTES } from '#core/reporting/palette';
import { pCurveFigure, pCurveShares } from '#core/reporting/pCurveFigure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { pCurve } from '#core/synthesis/smallStudy/pCurve';
import { expectApproved } from '../../pictures/approvedPicture.ts';
import { METHOD_FIGURES, posterior, SEQUENTIAL } from './madeUpMethods.ts';

describe('figures of further methods', () => {
  test.each(Object.entries(METHOD_FIGURES))('%s was looked at and approved', (name, draw) =>
    expectApproved(name, draw()),
  );

  test.each(Object.entries(METHOD_FIGURES))('%s is whole in every palette', (_, draw) => {
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
