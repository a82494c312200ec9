import { Problem } from '#core/problem';
import type { Analysis } from '#core/synthesis/analyse';
import { fitMultilevel, type MultilevelData, type MultilevelOptions } from '#core/synthesis/multilevel/fitMultilevel';
import { profileComponents } from '#core/synthesis/multilevel/profileComponents';
import { robustVariance } from '#core/synthesis/multilevel/robustVariance';
import { randomIntercept, type VarianceComponent } from '#core/synthesis/multilevel/varianceComponent';
import { columnOf, groupsOf, includedStudies, noValue } from '#core/synthesis/request/includedStudies';
import { designOf } from '#core/synthesis/request/regression';
import type { MultilevelRequest, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** More rows than this are fitted, but the intervals of their components, which need many fits, are not. */
const MOST_FOR_PROFILES = 200;

/**
 * Rows nested in groups (three levels and more): a variance for each level, rows of one study with correlated errors when
 * a correlation is assumed, moderators and robust variances as the request names them.
 */
export function multilevelOf(request: SynthesisRequest, analysis: Analysis): unknown {
  const { multilevel } = request;
  if (!multilevel) return undefined;
  const model = multilevelModel(request, multilevel, analysis);
  if (!model) return noValue('too-few-studies');
  const { fit, yi, V, X, rows, names, groups, components, options } = model;
  const { iterations, converged } = fit;
  if (!converged) return { ...noValue('did-not-converge'), iterations, converged };
  const between = fit.parameters.reduce((a, b) => a + b, 0);
  const whole = between + fit.typicalVariance;
  const intervals = intervalsOf({ yi, V, X }, components, options);
  return {
    k: yi.length,
    method: multilevel.method,
    coefficients: fit.coefficients.map((estimate, i) => ({
      name: names[fit.design.kept[i] ?? 0],
      estimate,
      standardError: fit.standardErrors[i],
      statistic: fit.statistics[i],
      df: fit.df,
      p: fit.pValues[i],
      lower: fit.lower[i],
      upper: fit.upper[i],
    })),
    levels: [...multilevel.levels, 'row'].map((name, j) => ({
      name,
      groups: new Set(groups[j] ?? yi.map((_, i) => i)).size,
      variance: fit.parameters[j],
      interval: intervals[j] ?? null,
      iSquaredPercent: (100 * (fit.parameters[j] ?? 0)) / whole,
    })),
    iSquaredPercent: (100 * between) / whole,
    residualQ: { q: fit.q, df: fit.qDf, p: fit.qP },
    logLikelihood: fit.logLikelihood,
    iterations,
    converged,
    robust:
      request.cluster === undefined ? undefined : robust(request, fit, X, columnOf(rows, request.cluster, 'cluster')),
  };
}

/** The model of a request's nested rows, fitted; null with fewer than three rows. */
export function multilevelModel(request: SynthesisRequest, multilevel: MultilevelRequest, analysis: Analysis) {
  const { yi, vi, rows } = includedStudies(request, analysis);
  if (yi.length < 3) return null;
  const { names, X } = designOf(request, rows);
  const groups = multilevel.levels.map((_, depth) => nested(rows, multilevel.levels.slice(0, depth + 1)));
  const within = multilevel.correlatedWithin ?? multilevel.levels.at(-1);
  const shared = within === undefined ? yi.map((_, i) => i) : groupsOf(columnOf(rows, within, 'level'));
  const V = vi.map((v, i) =>
    vi.map((other, j) => (i === j ? v : shared[i] === shared[j] ? multilevel.correlation * Math.sqrt(v * other) : 0)),
  );
  const components = [...groups, yi.map((_, i) => i)].map(randomIntercept);
  const options = { restricted: multilevel.method === 'REML', test: 't', level: request.level } as const;
  const fit = fitMultilevel({ yi, V, X }, components, options);
  return { fit, yi, V, X, rows, names, groups, shared, components, options };
}

/** Inner groups are told apart by the groups they lie in: district 1, school 1 is not district 2, school 1. */
function nested(rows: SynthesisRequest['data'], levels: readonly string[]): number[] {
  const columns = levels.map(level => columnOf(rows, level, 'level'));
  return groupsOf(rows.map((_, i) => columns.map(column => String(column[i])).join('\u0000')));
}

function intervalsOf(data: MultilevelData, components: readonly VarianceComponent[], options: MultilevelOptions) {
  return data.yi.length > MOST_FOR_PROFILES ? [] : profileComponents(data, components, options);
}

export function robustOfRows(
  request: SynthesisRequest,
  fit: ReturnType<typeof fitMultilevel>,
  X: readonly (readonly number[])[],
  names: readonly (number | string)[],
) {
  const clusters = groupsOf(names);
  if (new Set(clusters).size < 2) throw new Problem('invalid', 'robust variances need at least two clusters');
  const result = robustVariance(
    {
      X: X.map(row => fit.design.kept.map(j => row[j] ?? Number.NaN)),
      coefficients: fit.coefficients,
      bread: fit.covariance,
      residuals: fit.final.residuals,
      weights: fit.final.inverse,
      covariance: fit.final.whole,
    },
    clusters,
    request.robust,
    request.level,
  );
  return { result, clusters };
}

function robust(
  request: SynthesisRequest,
  fit: ReturnType<typeof fitMultilevel>,
  X: readonly (readonly number[])[],
  names: readonly (number | string)[],
) {
  const { result } = robustOfRows(request, fit, X, names);
  return {
    kind: request.robust,
    clusters: result.clusters,
    coefficients: fit.coefficients.map((estimate, i) => ({
      estimate,
      standardError: result.standardErrors[i],
      df: result.df[i] ?? result.df[0],
      p: result.pValues[i],
      lower: result.lower[i],
      upper: result.upper[i],
    })),
  };
}
