import type { Rows } from '#core/numeric/matrices';
import { Problem } from '#core/problem';
import type { Analysis } from '#core/synthesis/analyse';
import { fitModel, type ModelFit } from '#core/synthesis/fitModel';
import { metaRegression, predictAt, varianceInflation } from '#core/synthesis/metaRegression';
import { robustVariance } from '#core/synthesis/multilevel/robustVariance';
import { permuteModerators } from '#core/synthesis/permuteModerators';
import {
  columnOf,
  groupsOf,
  type Included,
  includedStudies,
  modelOptions,
  noValue,
} from '#core/synthesis/request/includedStudies';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** One column of the design, and its value for a row of data. */
interface DesignColumn {
  readonly name: string;
  readonly valueOf: (row: DataRow) => number;
}

/** A moderator as numbers: a text becomes one column for each category but the first, an interaction their products. */
function columnsFor(rows: readonly DataRow[], moderator: string): DesignColumn[] {
  const [first = moderator, ...others] = moderator.split(':');
  const own = plainColumns(rows, first);
  if (others.length === 0) return own;
  return columnsFor(rows, others.join(':')).flatMap(other =>
    own.map(column => ({
      name: `${column.name}:${other.name}`,
      valueOf: (row: DataRow) => column.valueOf(row) * other.valueOf(row),
    })),
  );
}

function plainColumns(rows: readonly DataRow[], name: string): DesignColumn[] {
  const values = columnOf(rows, name, 'moderator');
  const valueIn = (row: DataRow) => {
    const value = row[name];
    if (value === undefined || value === null) throw new Problem('invalid', `predictAt needs the moderator "${name}"`);
    return value;
  };
  if (values.every(value => typeof value === 'number')) return [{ name, valueOf: row => Number(valueIn(row)) }];
  const levels = [...new Set(values.map(String))];
  return levels.slice(1).map(level => ({
    name: `${name}=${level}`,
    valueOf: row => {
      const value = String(valueIn(row));
      if (!levels.includes(value)) throw new Problem('invalid', `no study has ${name} = ${value}`);
      return value === level ? 1 : 0;
    },
  }));
}

function designColumns(rows: readonly DataRow[], moderators: readonly string[]): DesignColumn[] {
  return [{ name: 'intercept', valueOf: () => 1 }, ...moderators.flatMap(name => columnsFor(rows, name))];
}

/** Meta-regression on the columns that the request names. */
export function regressionOf(request: SynthesisRequest, analysis: Analysis): unknown {
  if (request.moderators.length === 0) return undefined;
  const studies = includedStudies(request, analysis);
  const columns = designColumns(studies.rows, request.moderators);
  const X = studies.rows.map(row => columns.map(column => column.valueOf(row)));
  if (X.length <= columns.length) return noValue('too-few-studies');
  const { fit, tested, moderatorTest, rSquaredPercent } = metaRegression(studies, X, modelOptions(request));
  const inflation = tested.length > 1 ? varianceInflation(fit, tested) : [];
  return {
    coefficients: fit.coefficients.map((estimate, i) => ({
      name: columns[fit.design.kept[i] ?? 0]?.name,
      estimate,
      standardError: fit.standardErrors[i],
      statistic: fit.statistics[i],
      p: fit.pValues[i],
      lower: fit.lower[i],
      upper: fit.upper[i],
      varianceInflation: inflation[tested.indexOf(i)] ?? null,
    })),
    leftOut: columns.flatMap(({ name }, j) => (fit.design.kept.includes(j) ? [] : [name])),
    df: fit.df,
    tauSquared: fit.tauSquared,
    iSquaredPercent: fit.iSquaredPercent,
    rSquaredPercent,
    moderatorTest,
    residualQ: { q: fit.q, df: fit.qDf, p: fit.qP },
    predicted: request.predictAt.map(row => ({
      at: row,
      ...predictAt(
        fit,
        fit.design.kept.map(j => columns[j]?.valueOf(row) ?? Number.NaN),
      ),
    })),
    permutation: request.permutations > 0 ? permuted(request, studies, X) : undefined,
    robust: request.cluster === undefined ? undefined : robustFit(request, studies, fit, X),
  };
}

function permuted(request: SynthesisRequest, studies: Included, X: Rows) {
  const steps = permuteModerators(studies, X, modelOptions(request), {
    most: request.permutations,
    seed: request.seed,
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The pooled effect with a variance that is robust to dependence within the clusters that the request names. */
export function robustOf(request: SynthesisRequest, analysis: Analysis): unknown {
  if (request.cluster === undefined) return undefined;
  const studies = includedStudies(request, analysis);
  const fit = fitModel(studies, { ...modelOptions(request), test: 'z' });
  return robustFit(
    request,
    studies,
    fit,
    studies.yi.map(() => [1]),
  );
}

/** The sandwich of a plain model; a text says why there is none. */
function sandwichOf(request: SynthesisRequest, studies: Included, fit: ModelFit, X: Rows) {
  const clusters = groupsOf(columnOf(studies.rows, request.cluster ?? '', 'cluster'));
  const count = new Set(clusters).size;
  if (count < 2) return 'one-cluster-only';
  if (count <= fit.coefficients.length) return 'fewer-clusters-than-coefficients';
  const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
  // The sandwich takes the plain variance: Knapp and Hartung's factor would count the scatter twice.
  const plain = fitModel(studies, { ...modelOptions(request), test: 'z', design: fit.design });
  const result = robustVariance(
    {
      X: X.map(row => fit.design.kept.map(j => row[j] ?? Number.NaN)),
      coefficients: plain.coefficients,
      bread: plain.covariance,
      residuals: plain.residuals,
      weights: diagonal(plain.weights),
      covariance: diagonal(studies.vi.map(v => v + plain.tauSquared)),
    },
    clusters,
    request.robust,
    request.level,
  );
  return { plain, result, clusters };
}

/** The same for the pooled effect, as a script for R states it; null where there is none. */
export function robustModel(request: SynthesisRequest, analysis: Analysis) {
  const studies = includedStudies(request, analysis);
  const fit = fitModel(studies, { ...modelOptions(request), test: 'z' });
  const found = sandwichOf(
    request,
    studies,
    fit,
    studies.yi.map(() => [1]),
  );
  return typeof found === 'string' ? null : { ...found, tauSquared: found.plain.tauSquared };
}

function robustFit(request: SynthesisRequest, studies: Included, fit: ModelFit, X: Rows): unknown {
  const found = sandwichOf(request, studies, fit, X);
  if (typeof found === 'string') return noValue(found);
  const { plain, result } = found;
  const coefficient = (i: number) => ({
    estimate: plain.coefficients[i],
    standardError: result.standardErrors[i],
    statistic: result.statistics[i],
    df: result.df[i] ?? result.df[0],
    p: result.pValues[i],
    lower: result.lower[i],
    upper: result.upper[i],
  });
  return {
    kind: request.robust,
    clusters: result.clusters,
    ...(plain.coefficients.length === 1
      ? coefficient(0)
      : { coefficients: plain.coefficients.map((_, i) => coefficient(i)) }),
  };
}

/** The design of a request's moderators, for models that take one; an intercept alone when it names none. */
export function designOf(request: SynthesisRequest, rows: readonly DataRow[]): { names: string[]; X: number[][] } {
  const columns = designColumns(rows, request.moderators);
  return { names: columns.map(({ name }) => name), X: rows.map(row => columns.map(column => column.valueOf(row))) };
}
