import { tQuantile, tTwoSided } from '#core/numeric/distributions';
import { multiply, multiplyVector, type Rows, transpose } from '#core/numeric/matrices';
import { designFrom } from '#core/synthesis/design';
import { project } from '#core/synthesis/projection';

export interface RegressionCoefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface LeastSquares {
  readonly coefficients: readonly RegressionCoefficient[];
  /** Residual standard deviation: estimated, never forced to be at least one. */
  readonly sigma: number;
}

/**
 * Weighted least squares with an estimated residual variance (multiplicative dispersion): what a linear-model program
 * gives. Tests and intervals by t with k - p degrees of freedom. Throws RangeError when none is left.
 */
export function leastSquares(y: readonly number[], rows: Rows, weights: readonly number[], level = 95): LeastSquares {
  const design = designFrom(rows);
  const df = design.k - design.p;
  if (df < 1) throw new RangeError('leastSquares: more studies than coefficients are needed');
  const { basisCoefficients, bread, rss } = project(design, y, weights);
  const variance = rss / df;
  const covariance = multiply(multiply(design.back, bread), transpose(design.back));
  const critical = tQuantile(0.5 + level / 200, df);
  const coefficients = multiplyVector(design.back, basisCoefficients).map((estimate, i) => {
    const standardError = Math.sqrt((covariance[i]?.[i] ?? Number.NaN) * variance);
    const statistic = estimate / standardError;
    return {
      estimate,
      standardError,
      statistic,
      df,
      p: tTwoSided(statistic, df),
      lower: estimate - critical * standardError,
      upper: estimate + critical * standardError,
    };
  });
  return { coefficients, sigma: Math.sqrt(variance) };
}

/** A straight line: y on one predictor. */
export interface Line {
  readonly intercept: RegressionCoefficient;
  readonly slope: RegressionCoefficient;
  readonly sigma: number;
}

/** Weighted line through the points. Throws RangeError when the predictor does not vary or studies are too few. */
export function weightedLine(y: readonly number[], x: readonly number[], weights: readonly number[], level = 95): Line {
  const { coefficients, sigma } = leastSquares(
    y,
    x.map(value => [1, value]),
    weights,
    level,
  );
  const [intercept, slope] = coefficients;
  if (!intercept || !slope) throw new RangeError('weightedLine: the predictor does not vary');
  return { intercept, slope, sigma };
}
