import type { Rows } from '#core/numeric/matrices';
import { Problem } from '#core/problem';
import type { Analysis } from '#core/synthesis/analyse';
import { fitModel } from '#core/synthesis/fitModel';
import { metaRegression } from '#core/synthesis/metaRegression';
import { robustVariance } from '#core/synthesis/multilevel/robustVariance';
import { includedStudies, modelOptions } from '#core/synthesis/request/reportItems';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** Moderators as numbers: texts become one column for each category but the first. */
function designColumns(rows: readonly DataRow[], moderators: readonly string[]): { names: string[]; X: Rows } {
  const columns = moderators.flatMap(name => {
    const values = rows.map(row => row[name]);
    if (values.some(value => value === undefined || value === null))
      throw new Problem('invalid', `the moderator "${name}" is missing for a study that has an effect`);
    if (values.every(value => typeof value === 'number')) return [{ name, values: values.map(Number) }];
    const levels = [...new Set(values.map(String))].slice(1);
    return levels.map(level => ({
      name: `${name}=${level}`,
      values: values.map(value => (String(value) === level ? 1 : 0)),
    }));
  });
  return {
    names: ['intercept', ...columns.map(column => column.name)],
    X: rows.map((_, i) => [1, ...columns.map(column => column.values[i] ?? Number.NaN)]),
  };
}

/** Meta-regression on the columns that the request names. */
export function regressionOf(request: SynthesisRequest, analysis: Analysis): unknown {
  if (request.moderators.length === 0) return undefined;
  const studies = includedStudies(request, analysis);
  const { names, X } = designColumns(studies.rows, request.moderators);
  if (X.length <= names.length) return { value: null, because: 'too-few-studies' };
  const { fit, moderatorTest, rSquaredPercent } = metaRegression(studies, X, modelOptions(request));
  return {
    coefficients: fit.coefficients.map((estimate, i) => ({
      name: names[fit.design.kept[i] ?? 0],
      estimate,
      standardError: fit.standardErrors[i],
      p: fit.pValues[i],
      lower: fit.lower[i],
      upper: fit.upper[i],
    })),
    leftOut: names.filter((_, j) => !fit.design.kept.includes(j)),
    tauSquared: fit.tauSquared,
    iSquaredPercent: fit.iSquaredPercent,
    rSquaredPercent,
    moderatorTest,
    residualQ: { q: fit.q, df: fit.qDf, p: fit.qP },
  };
}

/** The pooled effect with a variance that is robust to dependence within the clusters that the request names. */
export function robustOf(request: SynthesisRequest, analysis: Analysis): unknown {
  const { cluster } = request;
  if (cluster === undefined) return undefined;
  const studies = includedStudies(request, analysis);
  const names = studies.rows.map(row => String(row[cluster] ?? ''));
  const groups = [...new Set(names)];
  if (names.includes(''))
    throw new Problem('invalid', `the cluster "${cluster}" is missing for a study that has an effect`);
  if (groups.length < 2) return { value: null, because: 'one-cluster-only' };
  const fit = fitModel(studies, { ...modelOptions(request), test: 'z' });
  const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
  const result = robustVariance(
    {
      X: studies.yi.map(() => [1]),
      coefficients: fit.coefficients,
      bread: fit.covariance,
      residuals: fit.residuals,
      weights: diagonal(fit.weights),
      covariance: diagonal(studies.vi.map(v => v + fit.tauSquared)),
    },
    names.map(name => groups.indexOf(name)),
    'CR2',
    request.level,
  );
  return {
    kind: 'CR2',
    estimate: fit.coefficients[0],
    standardError: result.standardErrors[0],
    df: result.df[0],
    p: result.pValues[0],
    lower: result.lower[0],
    upper: result.upper[0],
    clusters: result.clusters,
  };
}
