import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Analysis } from '#core/synthesis/analyse';
import { fitModel, type JointTest, type ModelOptions } from '#core/synthesis/fitModel';
import { metaRegression, predictAt } from '#core/synthesis/metaRegression';
import { type Moderator, moderatorDesign } from '#core/synthesis/moderatorDesign';
import { shares } from '#core/synthesis/pooledStudies';
import { TEST_OF } from '#core/synthesis/poolRandom';

export type ModeratorValues = ReadonlyMap<string, Readonly<Record<string, number | string>>>;

export interface RegressionCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the model expects at one value of a moderator, other numbers at their means, other categories at their first level. */
export interface ExpectedEffect {
  readonly at: number | string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly predictionLower: number;
  readonly predictionUpper: number;
}

export interface ModeratorAnalysis {
  readonly k: number;
  /** Studies with an effect of which a moderator isn't known. */
  readonly unknown: readonly string[];
  /** Intercept first. */
  readonly coefficients: readonly RegressionCoefficient[];
  /** Columns that others already explain. */
  readonly redundant: readonly string[];
  readonly df: number | null;
  readonly moderatorTest: JointTest | null;
  readonly tauSquared: number;
  /** Of the same studies without moderators. */
  readonly tauSquaredBefore: number;
  readonly rSquaredPercent: number;
  readonly iSquaredPercent: number;
  readonly residual: { readonly q: number; readonly df: number; readonly p: number };
  readonly studies: readonly { readonly studyId: string; readonly weightPercent: number; readonly fitted: number }[];
}

interface Prepared {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
  readonly effects: { readonly yi: readonly number[]; readonly vi: readonly number[] };
  readonly values: readonly Readonly<Record<string, number | string>>[];
  readonly options: Omit<ModelOptions, 'design'>;
}

function prepare(analysis: Analysis, moderators: readonly Moderator[], valuesOf: ModeratorValues): Prepared {
  const { spec } = analysis;
  const all = analysis.studies.flatMap(({ studyId, effect }) =>
    effect.estimable ? [{ studyId, ...effect.value, values: valuesOf.get(studyId) ?? {} }] : [],
  );
  const known = all.filter(({ values }) => moderators.every(({ id }) => values[id] !== undefined));
  return {
    ids: known.map(({ studyId }) => studyId),
    unknown: all.filter(study => !known.includes(study)).map(({ studyId }) => studyId),
    effects: { yi: known.map(({ yi }) => yi), vi: known.map(({ vi }) => vi) },
    values: known.map(({ values }) => values),
    options: {
      method: spec.model === 'fixed' ? 'EE' : spec.tauSquared,
      test: spec.model === 'fixed' ? 'z' : TEST_OF[spec.interval],
      level: spec.level,
    },
  };
}

/**
 * Meta-regression of an analysis' effects on characteristics of its studies; categories are compared with their first
 * level by alphabet. Scale: that of the analysis. Fixed models have no tau^2.
 * Not estimable: `no-moderator`, `too-few-studies-for-the-moderators` (fewer than coefficients and one),
 * `moderator-does-not-vary`.
 * Agrees with metafor 3.8-1 rma(mods = …) within 1e-8 (iterated methods 1e-6).
 */
export function moderatorAnalysis(
  analysis: Analysis,
  moderators: readonly Moderator[],
  valuesOf: ModeratorValues,
): Estimable<ModeratorAnalysis> {
  if (moderators.length === 0) return notEstimable('no-moderator');
  const { ids, unknown, effects, values, options } = prepare(analysis, moderators, valuesOf);
  const { columns, rows } = moderatorDesign(moderators, values);
  if (ids.length < columns.length + 2) return notEstimable('too-few-studies-for-the-moderators');
  const { fit, moderatorTest, rSquaredPercent } = metaRegression(effects, rows, options);
  if (fit.p < 2) return notEstimable('moderator-does-not-vary');
  const names = ['Intercept', ...columns.map(({ name }) => name)];
  const at = (list: readonly number[], place: number) => list[place] ?? Number.NaN;
  const weights = shares(fit.weights);
  return estimable({
    k: fit.k,
    unknown,
    coefficients: fit.coefficients.map((estimate, place) => ({
      name: names[fit.design.kept[place] ?? 0] ?? '',
      estimate,
      standardError: at(fit.standardErrors, place),
      statistic: at(fit.statistics, place),
      p: at(fit.pValues, place),
      lower: at(fit.lower, place),
      upper: at(fit.upper, place),
    })),
    redundant: names.filter((_, place) => !fit.design.kept.includes(place)),
    df: fit.df,
    moderatorTest,
    tauSquared: fit.tauSquared,
    tauSquaredBefore: fitModel(effects, options).tauSquared,
    rSquaredPercent,
    iSquaredPercent: fit.iSquaredPercent,
    residual: { q: fit.q, df: fit.qDf, p: fit.qP },
    studies: ids.map((studyId, place) => ({
      studyId,
      weightPercent: at(weights, place),
      fitted: at(fit.fitted, place),
    })),
  });
}

/**
 * What the model expects at some values of one moderator, with the interval of the mean and that of a new study.
 * Empty where the regression isn't estimable or some column is redundant.
 */
export function expectedEffects(
  analysis: Analysis,
  moderators: readonly Moderator[],
  valuesOf: ModeratorValues,
  id: string,
  places: readonly (number | string)[],
): ExpectedEffect[] {
  const { ids, effects, values, options } = prepare(analysis, moderators, valuesOf);
  const { columns, rows } = moderatorDesign(moderators, values);
  if (ids.length < columns.length + 2) return [];
  const { fit } = metaRegression(effects, rows, options);
  if (fit.p < columns.length + 1) return [];
  const mean = (column: number) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
  return places.map(at => {
    const row = columns.map((column, place) => {
      if (column.moderator.id === id) return column.valueOf(at);
      return column.level === null ? mean(place + 1) : 0;
    });
    const { estimate, lower, upper, predictionLower, predictionUpper } = predictAt(fit, [1, ...row]);
    return { at, estimate, lower, upper, predictionLower, predictionUpper };
  });
}
