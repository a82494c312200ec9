import { normalQuantile, tQuantile } from '#core/numeric/distributions';
import { dot, quadraticForm, type Rows, symmetricInverse } from '#core/numeric/matrices';
import { designFrom } from '#core/synthesis/design';
import { fitModel, type JointTest, type ModelFit, type ModelOptions, testCoefficients } from '#core/synthesis/fitModel';
import { type Effects, project } from '#core/synthesis/projection';

export interface MetaRegression {
  readonly fit: ModelFit;
  /** Places of the coefficients tested together: all but the intercept. */
  readonly tested: readonly number[];
  readonly moderatorTest: JointTest | null;
  /** Share of the variance between studies that the moderators account for, percent. */
  readonly rSquaredPercent: number;
}

/**
 * Meta-regression: the effects on moderators, rows of numbers with an intercept as a column of ones. Columns that others
 * already explain are left out. Throws RangeError for fewer studies than coefficients.
 * R^2 compares tau^2 with that of the model without moderators; in the equal-effects model it is the adjusted R^2 of the
 * weighted regression. Source: Raudenbush (2009); López-López et al. (2014), doi:10.1111/bmsp.12002.
 * Agrees with metafor 3.8-1 rma.uni within 1e-8 (iterated methods 1e-6).
 */
export function metaRegression(effects: Effects, rows: Rows, options: Omit<ModelOptions, 'design'>): MetaRegression {
  const design = designFrom(rows);
  const fit = fitModel(effects, { ...options, design });
  const isIntercept = (place: number) => rows.every(row => row[design.kept[place] ?? -1] === 1);
  const places = fit.coefficients.map((_, i) => i);
  const others = places.filter(place => !isIntercept(place));
  const tested = others.length > 0 ? others : places;
  return {
    fit,
    tested,
    moderatorTest: testCoefficients(fit, tested),
    rSquaredPercent: explained(effects, fit, options),
  };
}

function explained(effects: Effects, fit: ModelFit, options: Omit<ModelOptions, 'design'>): number {
  if (fit.method === 'EE') return adjustedRSquared(effects, fit);
  const without = fitModel(effects, { ...options, test: 'z' }).tauSquared;
  return without > 0 ? 100 * Math.max(0, (without - fit.tauSquared) / without) : 0;
}

function adjustedRSquared({ yi, vi }: Effects, fit: ModelFit): number {
  const weights = vi.map(v => 1 / v);
  const residual = project(fit.design, yi, weights).rss;
  const total = fitModel({ yi, vi }, { method: 'EE', test: 'z' }).q;
  return 100 * Math.max(0, 1 - residual / (fit.k - fit.p) / (total / (fit.k - 1)));
}

/** How much the variance of each coefficient but the intercept is inflated by the others. */
export function varianceInflation(fit: ModelFit, places: readonly number[]): number[] {
  const deviation = (i: number) => Math.sqrt(fit.covariance[i]?.[i] ?? Number.NaN);
  const correlations = places.map(i =>
    places.map(j => (fit.covariance[i]?.[j] ?? Number.NaN) / (deviation(i) * deviation(j))),
  );
  const inverse = symmetricInverse(correlations);
  return places.map((_, i) => inverse?.[i]?.[i] ?? Number.NaN);
}

export interface Prediction {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the true effect of a study with these moderators may lie. */
  readonly predictionLower: number;
  readonly predictionUpper: number;
}

/** The model's value at given moderators (with the intercept's one). */
export function predictAt(fit: ModelFit, moderators: readonly number[]): Prediction {
  const estimate = dot(fit.coefficients, moderators);
  const variance = quadraticForm(fit.covariance, moderators);
  const share = 0.5 + fit.level / 200;
  const critical = fit.df === null ? normalQuantile(share) : tQuantile(share, fit.df);
  const margin = critical * Math.sqrt(variance);
  const wide = critical * Math.sqrt(variance + fit.tauSquared);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    lower: estimate - margin,
    upper: estimate + margin,
    predictionLower: estimate - wide,
    predictionUpper: estimate + wide,
  };
}
