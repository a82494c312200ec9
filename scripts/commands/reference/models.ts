import { chiSquareUpperTail } from '#core/numeric/distributions';
import { bestPredictions } from '#core/synthesis/bestPredictions';
import { fitModel, type ModelFit, testCoefficients } from '#core/synthesis/fitModel';
import { influence as computeInfluence } from '#core/synthesis/influence';
import { logLikelihood } from '#core/synthesis/likelihood';
import { metaRegression, predictAt, varianceInflation } from '#core/synthesis/metaRegression';
import { permutationTest } from '#core/synthesis/permutationTest';
import { cumulative, leaveOneOut } from '#core/synthesis/sensitivity';
import { commonSubgroups, separateSubgroups } from '#core/synthesis/subgroups';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import {
  commonResults,
  fitOptions,
  methodOf,
  moderated,
  pooledResults,
  predictionResults,
} from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

/** Contrasts that the file's README lists by formula: coefficients tested together, and new moderators predicted at. */
const TESTED_TOGETHER: Readonly<Record<string, readonly number[]>> = {
  '~ablat': [1],
  '~weeks': [1],
  '~I(year - 1990) * design': [2, 3],
  '~setting * weeks': [3],
};
const PREDICTED_AT: Readonly<Record<string, readonly number[]>> = {
  '~ablat': [10, 30, 50],
  '~weeks': [0, 1, 5, 20],
  '~dose': [100, 200],
};

export function coefficientResults(fit: ModelFit) {
  return {
    estimate: fit.coefficients,
    se: fit.standardErrors,
    stat: fit.statistics,
    pval: fit.pValues,
    ci_lb: fit.lower,
    ci_ub: fit.upper,
    vcov: fit.covariance,
  };
}

export function rmaMods(file: ReferenceFile, args: CaseArguments): unknown {
  const { effects, rows } = moderated(file, args);
  const { fit, tested, moderatorTest, rSquaredPercent } = metaRegression(effects, rows, fitOptions(args));
  const formula = args.text('mods', '');
  const common = {
    ...commonResults(effects, fit, false),
    QM: moderatorTest?.statistic,
    QM_df: [tested.length, moderatorTest?.denominatorDf ?? null],
    QM_p: moderatorTest?.p,
    QM_btt: tested,
    R2: rSquaredPercent,
  };
  if (fit.p === 1) {
    return {
      ...common,
      ...pooledResults(fit),
      vcov: fit.covariance,
      pi: predictionResults(fit),
      fitted: fittedResults(fit, rows),
    };
  }
  const together = TESTED_TOGETHER[formula] ?? [1, 2].filter(place => place < fit.p);
  const joint = testCoefficients(fit, together);
  const asked = PREDICTED_AT[formula];
  const predicted = asked?.map(value => predictAt(fit, [1, value]));
  return {
    ...common,
    ...coefficientResults(fit),
    anova_btt: {
      btt: together,
      stat: joint?.statistic,
      df: [together.length, joint?.denominatorDf ?? null],
      p: joint?.p,
    },
    vif: varianceInflation(fit, tested),
    fitted: fittedResults(fit, rows),
    ...(predicted && asked
      ? {
          predict_new: {
            newmods: asked.map(value => [value]),
            pred: predicted.map(one => one.estimate),
            se: predicted.map(one => one.standardError),
            ci_lb: predicted.map(one => one.lower),
            ci_ub: predicted.map(one => one.upper),
            pi_lb: predicted.map(one => one.predictionLower),
            pi_ub: predicted.map(one => one.predictionUpper),
          },
        }
      : {}),
  };
}

/** Fitted values; those of a model without moderators are one and the same. */
function fittedResults(fit: ModelFit, rows: readonly (readonly number[])[]) {
  const used = fit.p === 1 ? rows.slice(0, 1) : rows;
  const all = used.map(row =>
    predictAt(
      fit,
      fit.design.kept.map(j => row[j] ?? Number.NaN),
    ),
  );
  return {
    pred: all.map(one => one.estimate),
    se: all.map(one => one.standardError),
    pi_lb: all.map(one => one.predictionLower),
    pi_ub: all.map(one => one.predictionUpper),
  };
}

export function lrtMods(file: ReferenceFile, args: CaseArguments): unknown {
  const { effects, rows, design } = moderated(file, args);
  const full = metaRegression(effects, rows, { method: 'ML', test: 'z' }).fit;
  const reduced = fitModel(effects, { method: 'ML', test: 'z' });
  const ll = (fit: ModelFit) => logLikelihood(effects, fit.design, fit.tauSquared).full;
  const statistic = 2 * (ll(full) - ll(reduced));
  return {
    ll_full: ll(full),
    ll_reduced: ll(reduced),
    LRT: statistic,
    df: design.p - 1,
    p: chiSquareUpperTail(statistic, design.p - 1),
    tau2_full: full.tauSquared,
    tau2_reduced: reduced.tauSquared,
  };
}

/** Effects on the rows of the case, with the level of each. */
function grouped(file: ReferenceFile, args: CaseArguments) {
  const all = file.effects(args);
  const values = file.values(args.text('by'));
  const wanted = args.has('rows') ? new Set(args.numbers('rows')) : null;
  const keep = all.rows.flatMap((row, i) =>
    (wanted ? wanted.has(row) : true) && values[row] !== null && values[row] !== undefined ? [i] : [],
  );
  const pick = (list: readonly number[]) => keep.map(i => list[i] ?? Number.NaN);
  const rows = pick(all.rows);
  const effects = { yi: pick(all.yi), vi: pick(all.vi), ni: pick(all.ni), rows };
  return { effects, groups: rows.map(row => String(values[row])) };
}

export function subgroup(file: ReferenceFile, args: CaseArguments): unknown {
  const { effects, groups } = grouped(file, args);
  const result = separateSubgroups(effects, groups, fitOptions(args));
  return {
    levels: result.levels.map(({ level, fit }) => ({
      level,
      k: fit.k,
      ...pooledResults(fit),
      tau2: fit.tauSquared,
      Q: fit.q,
      Q_df: fit.qDf,
      Q_p: fit.qP,
      I2_tau2: fit.iSquaredPercent,
      I2_Q: fit.q > 0 ? 100 * Math.max(0, (fit.q - fit.qDf) / fit.q) : 0,
    })),
    pooled_across_groups: result.pooledAcross,
    Q_between: result.qBetween,
    Q_between_df: result.qBetweenDf,
    Q_between_p: result.qBetweenP,
    I2_between: result.iSquaredBetweenPercent,
    overall_estimate: result.overall.coefficients[0],
    overall_se: result.overall.standardErrors[0],
    overall_tau2: result.overall.tauSquared,
  };
}

export function subgroupCommon(file: ReferenceFile, args: CaseArguments): unknown {
  const { effects, groups } = grouped(file, args);
  const { levels, fit, contrast } = commonSubgroups(effects, groups, fitOptions(args));
  return {
    levels,
    ...coefficientResults(fit),
    tau2: fit.tauSquared,
    QE: fit.q,
    QE_df: fit.qDf,
    QE_p: fit.qP,
    I2: fit.iSquaredPercent,
    QM_between: contrast.moderatorTest?.statistic,
    QM_df: [levels.length - 1, contrast.moderatorTest?.denominatorDf ?? null],
    QM_p: contrast.moderatorTest?.p,
    R2: contrast.rSquaredPercent,
  };
}

function seriesResults(fits: readonly ModelFit[]) {
  const each = (value: (fit: ModelFit) => number | undefined) => fits.map(fit => value(fit) ?? null);
  return {
    estimate: each(fit => fit.coefficients[0]),
    se: each(fit => fit.standardErrors[0]),
    pval: each(fit => fit.pValues[0]),
    ci_lb: each(fit => fit.lower[0]),
    ci_ub: each(fit => fit.upper[0]),
    Q: each(fit => fit.q),
    I2: each(fit => fit.iSquaredPercent),
    tau2: each(fit => fit.tauSquared),
  };
}

export function leave1out(file: ReferenceFile, args: CaseArguments): unknown {
  return seriesResults(leaveOneOut(file.effects(args), fitOptions(args)));
}

export function cumul(file: ReferenceFile, args: CaseArguments): unknown {
  const effects = file.effects(args);
  const key = args.text('order_by');
  const column = key === 'vi' ? [] : file.numbers(key);
  const keys = key === 'vi' ? effects.vi : effects.rows.map(row => column[row] ?? Number.NaN);
  const { order, fits } = cumulative(effects, keys, fitOptions(args));
  return { order, ...seriesResults(fits) };
}

export function influence(file: ReferenceFile, args: CaseArguments): unknown {
  const all = computeInfluence(file.effects(args), fitOptions(args));
  return { ...influenceResults(all), dfbs: all.map(one => one.dfbetas[0]) };
}

function influenceResults(all: ReturnType<typeof computeInfluence>) {
  return {
    rstudent: all.map(one => one.rStudent),
    dffits: all.map(one => one.dffits),
    cook_d: all.map(one => one.cooksDistance),
    cov_r: all.map(one => one.covarianceRatio),
    tau2_del: all.map(one => one.tauSquaredWithout),
    QE_del: all.map(one => one.qWithout),
    hat: all.map(one => one.hat),
    weight: all.map(one => one.weightPercent),
    influential: all.map(one => one.isInfluential),
    rstandard: all.map(one => one.rStandard),
    resid: all.map(one => one.residual),
    se_resid: all.map(one => one.residualError),
  };
}

export function influenceMods(file: ReferenceFile, args: CaseArguments): unknown {
  const { effects, rows } = moderated(file, args);
  const all = computeInfluence(effects, fitOptions(args), rows);
  return { ...influenceResults(all), dfbs: all.map(one => one.dfbetas) };
}

export function baujat(file: ReferenceFile, args: CaseArguments): unknown {
  const all = computeInfluence(file.effects(args), { method: methodOf(args), test: 'z' });
  return { x: all.map(one => one.baujat.x), y: all.map(one => one.baujat.y) };
}

export function blup(file: ReferenceFile, args: CaseArguments): unknown {
  const effects = file.effects(args);
  const all = bestPredictions(effects, fitModel(effects, { method: methodOf(args), test: 'z' }));
  return { pred: all.map(one => one.estimate), se: all.map(one => one.standardError) };
}

export function permutest(file: ReferenceFile, args: CaseArguments): unknown {
  const { permutations, statistic, p } = permutationTest(file.effects(args), fitOptions(args));
  return { pval: p, n_perms: permutations, zval: statistic };
}
