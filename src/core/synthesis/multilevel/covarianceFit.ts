import {
  dot,
  multiply,
  multiplyVector,
  type Rows,
  symmetricFactors,
  symmetricInverse,
  symmetricLogDeterminant,
} from '#core/numeric/matrices';
import {
  crossProduct,
  entryOf,
  timesComponent,
  type VarianceComponent,
} from '#core/synthesis/multilevel/varianceComponent';

/** Generalised least squares at given covariance parameters. */
export interface CovarianceFit {
  readonly coefficients: readonly number[];
  readonly bread: Rows;
  readonly residuals: readonly number[];
  /** Inverse of the whole covariance M. */
  readonly inverse: Rows;
  /** M itself. */
  readonly whole: Rows;
  /** P = M^-1 - M^-1 X (X'M^-1 X)^-1 X'M^-1. */
  readonly projection: Rows;
  /** y'Py. */
  readonly rss: number;
  /** y'P K P y of a component. */
  readonly quadratic: (component: VarianceComponent) => number;
  /** Minus infinity where M is not positive definite. */
  readonly logLikelihood: number;
}

/** X has orthonormal columns, so that the constant log|X'X| of the restricted likelihood is 0. */
export function fitCovariance(
  yi: readonly number[],
  V: Rows,
  X: Rows,
  components: readonly VarianceComponent[],
  parameters: readonly number[],
  restricted: boolean,
): CovarianceFit {
  const whole = V.map((row, a) =>
    row.map((value, b) =>
      components.reduce((total, one, j) => total + (parameters[j] ?? 0) * entryOf(one, a, b), value),
    ),
  );
  const factors = symmetricFactors(whole);
  if (!factors) return impossible(whole);
  const { inverse, logDeterminant } = factors;
  const weighted = multiply(inverse, X);
  const gram = crossProduct(X, weighted);
  const bread = symmetricInverse(gram);
  if (!bread) return impossible(whole);
  const coefficients = multiplyVector(
    bread,
    (X[0] ?? []).map((_, j) =>
      dot(
        weighted.map(row => row[j] ?? 0),
        yi,
      ),
    ),
  );
  const residuals = yi.map((y, s) => y - dot(X[s] ?? [], coefficients));
  const scaled = multiplyVector(inverse, residuals);
  const rss = dot(residuals, scaled);
  const half = multiply(weighted, bread);
  const projection = inverse.map((row, a) => row.map((value, b) => value - dot(half[a] ?? [], weighted[b] ?? [])));
  const k = yi.length;
  const p = X[0]?.length ?? 0;
  const logTwoPi = Math.log(2 * Math.PI);
  return {
    coefficients,
    bread,
    residuals,
    inverse,
    whole,
    projection,
    rss,
    quadratic: component => dot(scaled, timesComponent([scaled], component)[0] ?? []),
    logLikelihood:
      -0.5 *
      ((restricted ? k - p : k) * logTwoPi + logDeterminant + (restricted ? symmetricLogDeterminant(gram) : 0) + rss),
  };
}

function impossible(whole: Rows): CovarianceFit {
  return {
    coefficients: [],
    bread: [],
    residuals: [],
    inverse: [],
    whole,
    projection: [],
    rss: Number.NaN,
    quadratic: () => Number.NaN,
    logLikelihood: Number.NEGATIVE_INFINITY,
  };
}
