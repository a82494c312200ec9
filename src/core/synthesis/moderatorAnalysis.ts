import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Analysis } from '#core/synthesis/analyse';
import { fitModel, type JointTest, type ModelOptions, testCoefficients } from '#core/synthesis/fitModel';
import { metaRegression, predictAt } from '#core/synthesis/metaRegression';
import { type ModeratorRow, middleRow, moderatorDesign } from '#core/synthesis/moderatorDesign';
import { type ModeratorTerm, moderatorsIn, termName } from '#core/synthesis/moderatorTerms';
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

/** What the model expects at one value of a moderator. */
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
  /** Of each interaction by itself, all its columns together. */
  readonly interactions: readonly {
    readonly name: string;
    /** Of its coefficients. */
    readonly places: readonly number[];
    readonly test: JointTest | null;
  }[];
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
  readonly values: readonly ModeratorRow[];
  readonly options: Omit<ModelOptions, 'design'>;
}

function prepare(analysis: Analysis, terms: readonly ModeratorTerm[], valuesOf: ModeratorValues): Prepared {
  const { spec } = analysis;
  const moderators = moderatorsIn(terms);
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
 * Meta-regression of an analysis' effects on characteristics of its studies and their interactions; categories are
 * compared with their first level by alphabet. Scale: that of the analysis. Fixed models have no tau^2.
 * Not estimable: `no-moderator`, `too-few-studies-for-the-moderators` (fewer than coefficients and one),
 * `moderator-does-not-vary`.
 * Agrees with metafor 3.8-1 rma(mods = …) within 1e-8 (iterated methods 1e-6).
 */
export function moderatorAnalysis(
  analysis: Analysis,
  terms: readonly ModeratorTerm[],
  valuesOf: ModeratorValues,
): Estimable<ModeratorAnalysis> {
  if (terms.length === 0) return notEstimable('no-moderator');
  const { ids, unknown, effects, values, options } = prepare(analysis, terms, valuesOf);
  const { columns, rows } = moderatorDesign(terms, values);
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
    interactions: terms
      .filter(term => term.length > 1)
      .map(term => {
        const places = fit.design.kept.flatMap((column, place) => (columns[column - 1]?.term === term ? [place] : []));
        return { name: termName(term), places, test: testCoefficients(fit, places) };
      }),
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
 * What the model expects at some values of one moderator, with the interval of the mean and that of a new study; the
 * other moderators as `others` says, else numbers at their means and categories at their first level. Empty where the regression isn't estimable or some column is redundant.
 */
export function expectedEffects(
  analysis: Analysis,
  terms: readonly ModeratorTerm[],
  valuesOf: ModeratorValues,
  id: string,
  places: readonly (number | string)[],
  others: ModeratorRow = {},
): ExpectedEffect[] {
  const { ids, effects, values, options } = prepare(analysis, terms, valuesOf);
  const { columns, rows } = moderatorDesign(terms, values);
  if (ids.length < columns.length + 2) return [];
  const { fit } = metaRegression(effects, rows, options);
  if (fit.p < columns.length + 1) return [];
  const middle = { ...middleRow(terms, values), ...others };
  return places.map(at => {
    const row = columns.map(column => column.valueOf({ ...middle, [id]: at }));
    const { estimate, lower, upper, predictionLower, predictionUpper } = predictAt(fit, [1, ...row]);
    return { at, estimate, lower, upper, predictionLower, predictionUpper };
  });
}
