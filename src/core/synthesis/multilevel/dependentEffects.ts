import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Analysis } from '#core/synthesis/analyse';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { fitModel } from '#core/synthesis/fitModel';
import { fitMultilevel, type MultilevelFit } from '#core/synthesis/multilevel/fitMultilevel';
import { type RobustKind, type RobustResult, robustVariance } from '#core/synthesis/multilevel/robustVariance';
import { randomIntercept } from '#core/synthesis/multilevel/varianceComponent';

/** Which effects belong together, and how much their errors are alike. */
export interface DependenceChoices {
  /** A characteristic's id or one of the built-in ones: effects with the same value belong together. */
  readonly by: string;
  /** Assumed of the sampling errors of two effects of one group; 0 where groups share no people. */
  readonly correlation: number;
}

/** A mean with an interval: the normal one where df is null. */
export interface MeanOfGroups {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number | null;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ThreeLevels {
  readonly mean: MeanOfGroups;
  /** The same mean, CR2. */
  readonly robust: MeanOfGroups;
  /** Variances between groups and between the effects of a group, with their shares of all variance. */
  readonly between: number;
  readonly within: number;
  readonly iSquaredBetween: number;
  readonly iSquaredWithin: number;
  readonly iterations: number;
  readonly fit: Pick<MultilevelFit, 'coefficients' | 'standardErrors' | 'parameters' | 'logLikelihood' | 'q'>;
}

export interface DependentEffects {
  readonly by: string;
  readonly correlation: number;
  readonly k: number;
  readonly groups: number;
  /** Effects of the largest group. */
  readonly largest: number;
  /** Labels of studies whose group isn't known: they are not among the k. */
  readonly unknown: readonly string[];
  /** Group of each effect by number, and which study it is of. */
  readonly groupOf: readonly { readonly studyId: string; readonly group: number }[];
  /** As if every effect stood for itself. */
  readonly plain: MeanOfGroups;
  readonly plainTauSquared: number;
  readonly robust: Estimable<Readonly<Record<'CR1' | 'CR2', MeanOfGroups>>>;
  readonly threeLevels: Estimable<ThreeLevels>;
}

const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

/**
 * The pooled effect where several effects belong together (of one cohort, laboratory or district): cluster-robust
 * intervals around the analysis' own mean (CR1, CR2 with Satterthwaite's degrees of freedom), and a model of three levels
 * (effects within groups, by REML or by ML where the analysis is, t intervals) with errors of a group correlated as assumed.
 * Scale: that of the analysis. Takes the group of each study by its id. Not estimable: `no-study-with-an-effect`; parts of
 * it `one-cluster-only`, `every-study-its-own-cluster`, `too-few-studies`, `did-not-converge`.
 * Sources: Hedges, Tipton, Johnson (2010), doi:10.1002/jrsm.5; Konstantopoulos (2011), doi:10.1002/jrsm.35.
 * Agrees with metafor 3.8-1 rma, rma.mv and robust within 1e-6 (CR2: clubSandwich within 1e-5).
 */
export function dependentEffects(
  analysis: Pick<Analysis, 'spec' | 'studies'>,
  groupOf: ReadonlyMap<string, string>,
  { by, correlation }: DependenceChoices,
): Estimable<DependentEffects> {
  const all = analysedEffects(analysis);
  const rows = all.studies.flatMap(({ studyId }, i) => {
    const name = groupOf.get(studyId);
    return name === undefined ? [] : [{ studyId, name, yi: all.yi[i] ?? 0, vi: all.vi[i] ?? 0 }];
  });
  if (rows.length === 0) return notEstimable('no-study-with-an-effect');
  const names = [...new Set(rows.map(({ name }) => name))];
  const groups = rows.map(({ name }) => names.indexOf(name));
  const sizes = names.map((_, group) => groups.filter(own => own === group).length);
  const effects = { yi: rows.map(({ yi }) => yi), vi: rows.map(({ vi }) => vi) };
  const { level } = analysis.spec;
  const own = modelOptionsOf(analysis.spec);
  const plain = fitModel(effects, own);
  // The sandwich takes the plain variance: Knapp and Hartung's factor would count the scatter twice.
  const working = fitModel(effects, { ...own, test: 'z' });
  const sandwich = (kind: RobustKind) =>
    meanOf(
      robustVariance(
        {
          X: rows.map(() => [1]),
          coefficients: working.coefficients,
          bread: working.covariance,
          residuals: working.residuals,
          weights: diagonal(working.weights),
          covariance: diagonal(effects.vi.map(v => v + working.tauSquared)),
        },
        groups,
        kind,
        level,
      ),
      working.coefficients,
    );
  return estimable({
    by,
    correlation,
    k: rows.length,
    groups: names.length,
    largest: Math.max(...sizes),
    unknown: all.studies.flatMap(({ studyId, label }) => (groupOf.has(studyId) ? [] : [label])),
    groupOf: rows.map(({ studyId }, i) => ({ studyId, group: groups[i] ?? 0 })),
    plain: meanOf({ ...plain, df: plain.df === null ? [] : [plain.df] }, plain.coefficients),
    plainTauSquared: working.tauSquared,
    robust:
      names.length < 2 ? notEstimable('one-cluster-only') : estimable({ CR1: sandwich('CR1'), CR2: sandwich('CR2') }),
    threeLevels: threeLevels(effects, groups, correlation, { restricted: analysis.spec.tauSquared !== 'ML', level }),
  });
}

function meanOf(
  result: Pick<RobustResult, 'standardErrors' | 'pValues' | 'lower' | 'upper' | 'df'>,
  coefficients: readonly number[],
): MeanOfGroups {
  const first = (values: readonly number[]) => values[0] ?? Number.NaN;
  return {
    estimate: first(coefficients),
    standardError: first(result.standardErrors),
    df: result.df[0] ?? null,
    p: first(result.pValues),
    lower: first(result.lower),
    upper: first(result.upper),
  };
}

function threeLevels(
  { yi, vi }: { readonly yi: readonly number[]; readonly vi: readonly number[] },
  groups: readonly number[],
  correlation: number,
  { restricted, level }: { readonly restricted: boolean; readonly level: number },
): Estimable<ThreeLevels> {
  const count = new Set(groups).size;
  if (yi.length < 3) return notEstimable('too-few-studies');
  if (count < 2) return notEstimable('one-cluster-only');
  if (count === yi.length) return notEstimable('every-study-its-own-cluster');
  const V = vi.map((v, i) =>
    vi.map((other, j) => (i === j ? v : groups[i] === groups[j] ? correlation * Math.sqrt(v * other) : 0)),
  );
  const X = yi.map(() => [1]);
  const fit = fitMultilevel({ yi, V, X }, [randomIntercept(groups), randomIntercept(yi.map((_, i) => i))], {
    restricted,
    test: 't',
    level,
  });
  if (!fit.converged) return notEstimable('did-not-converge');
  const [between = 0, within = 0] = fit.parameters;
  const whole = between + within + fit.typicalVariance;
  const robust = robustVariance(
    {
      X,
      coefficients: fit.coefficients,
      bread: fit.covariance,
      residuals: fit.final.residuals,
      weights: fit.final.inverse,
      covariance: fit.final.whole,
    },
    groups,
    'CR2',
    level,
  );
  const { coefficients, standardErrors, parameters, logLikelihood, q, iterations } = fit;
  return estimable({
    mean: meanOf({ ...fit, df: fit.df === null ? [] : [fit.df] }, coefficients),
    robust: meanOf(robust, coefficients),
    between,
    within,
    iSquaredBetween: (100 * between) / whole,
    iSquaredWithin: (100 * within) / whole,
    iterations,
    fit: { coefficients, standardErrors, parameters, logLikelihood, q },
  });
}
