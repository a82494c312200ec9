import { Problem } from '#core/problem';
import { designFrom } from '#core/synthesis/design';
import { fitModel, isTest, type ModelFit, type ModelOptions, type Test } from '#core/synthesis/fitModel';
import { heterogeneity } from '#core/synthesis/heterogeneity';
import { informationCriteria } from '#core/synthesis/informationCriteria';
import { predictionInterval } from '#core/synthesis/predictionInterval';
import { isTauSquaredMethod, type TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { profileLikelihoodInterval, qProfileInterval } from '#core/synthesis/tauSquaredInterval';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { CaseEffects, ReferenceFile } from '#scripts/commands/reference/referenceFile';

export function methodOf(args: CaseArguments, otherwise?: string): TauSquaredMethod {
  const method = args.text('method', otherwise);
  if (!isTauSquaredMethod(method)) throw new Problem('invalid', `the method ${method} is not known`);
  return method;
}

export function testOf(args: CaseArguments): Test {
  const test = args.text('test', 'z');
  if (!isTest(test)) throw new Problem('invalid', `the test ${test} is not known`);
  return test;
}

export function fitOptions(args: CaseArguments): ModelOptions {
  return { method: methodOf(args), test: testOf(args), level: args.number('level', 95) };
}

/** What every fitted model prints, whatever its coefficients. */
export function commonResults(effects: CaseEffects, fit: ModelFit, tauSquaredKnown: boolean): Record<string, unknown> {
  const criteria = informationCriteria(effects, fit, tauSquaredKnown);
  return {
    k: fit.k,
    p: fit.p,
    ddf: fit.df,
    tau2: fit.tauSquared,
    tau: Math.sqrt(fit.tauSquared),
    se_tau2: fit.tauSquaredError,
    I2: fit.iSquaredPercent,
    H2: fit.hSquared,
    vt: fit.typicalVariance,
    QE: fit.q,
    QE_df: fit.qDf,
    QE_p: fit.qP,
    s2w: fit.varianceFactor,
    fit: {
      ll_ML: criteria.full.logLikelihood,
      AIC_ML: criteria.full.aic,
      BIC_ML: criteria.full.bic,
      ll_REML: criteria.restricted.logLikelihood,
      AIC_REML: criteria.restricted.aic,
      BIC_REML: criteria.restricted.bic,
    },
  };
}

/** The single coefficient of a model without moderators. */
export function pooledResults(fit: ModelFit) {
  return {
    estimate: fit.coefficients[0] ?? Number.NaN,
    se: fit.standardErrors[0] ?? Number.NaN,
    stat: fit.statistics[0] ?? Number.NaN,
    pval: fit.pValues[0] ?? Number.NaN,
    ci_lb: fit.lower[0] ?? Number.NaN,
    ci_ub: fit.upper[0] ?? Number.NaN,
  };
}

export function predictionResults(fit: ModelFit) {
  const { estimate, se } = pooledResults(fit);
  const pooled = { estimate, standardError: se, tauSquared: fit.tauSquared, k: fit.k };
  const limits = (kind: 'normal' | 't-k-1' | 't-k-2') => {
    const interval = predictionInterval(pooled, kind, fit.level);
    return interval.estimable ? { lb: interval.value.lower, ub: interval.value.upper } : { lb: null, ub: null };
  };
  return {
    normal: limits('normal'),
    t_km1: { df: fit.k - 1, ...limits('t-k-1') },
    t_km2: { df: fit.k - 2, ...limits('t-k-2') },
    metafor_default_is: fit.test === 'z' ? 'normal' : 't_km1',
  };
}

export function rma(file: ReferenceFile, args: CaseArguments): unknown {
  const effects = file.effects(args);
  const weights = args.has('weights')
    ? args.numbers('weights')
    : args.flag('weighted', true)
      ? undefined
      : effects.yi.map(() => 1);
  const fit = fitModel(effects, {
    ...fitOptions(args),
    ...(weights ? { weights } : {}),
    ...(args.has('tau2') ? { tauSquared: args.number('tau2') } : {}),
  });
  const total = fit.weights.reduce((a, b) => a + b, 0);
  return {
    ...pooledResults(fit),
    ...commonResults(effects, fit, args.has('tau2')),
    pi: predictionResults(fit),
    weights_pct: fit.weights.map(weight => (100 * weight) / total),
  };
}

export function hetQ(file: ReferenceFile, args: CaseArguments): unknown {
  const result = heterogeneity(file.effects(args), args.number('level', 95));
  return {
    Q: result.q,
    df: result.df,
    p: result.p,
    I2: result.iSquaredPercent,
    H: result.h,
    H_lb: result.hInterval.lower,
    H_ub: result.hInterval.upper,
    I2_lb: result.iSquaredInterval.lower,
    I2_ub: result.iSquaredInterval.upper,
    tau2_DL: result.tauSquared,
  };
}

export function confint(file: ReferenceFile, args: CaseArguments): unknown {
  const effects = file.effects(args);
  const level = args.number('level', 95);
  const fit = fitModel(effects, { method: methodOf(args), test: 'z', level });
  const interval =
    args.text('ci_type') === 'PL'
      ? profileLikelihoodInterval(effects, fit.tauSquared, fit.method === 'REML', level)
      : qProfileInterval(effects, level);
  const values = interval.isEmpty ? [0, 0, 0] : [fit.tauSquared, interval.lower, interval.upper];
  const vt = fit.typicalVariance;
  const sign = interval.isEmpty ? '<' : '';
  const { estimate, ci_lb, ci_ub } = pooledResults(fit);
  return {
    tau2: values,
    tau: values.map(Math.sqrt),
    I2: values.map(value => (100 * value) / (value + vt)),
    H2: values.map(value => value / vt + 1),
    estimate: [estimate, ci_lb, ci_ub],
    lb_sign: sign,
    ub_sign: sign,
    empty: interval.isEmpty,
  };
}

/** Rows of moderators with the positions of the studies that have them, from the case itself or the one it names. */
export function moderated(file: ReferenceFile, args: CaseArguments) {
  const source = args.has('X_from') ? file.caseNamed(args.text('X_from')).args : args;
  const rowSource = args.has('rows') ? args : source;
  const all = file.effects(args);
  const X = source.matrix('X');
  const wanted = rowSource.has('rows') ? rowSource.numbers('rows') : null;
  const keep = wanted ? all.rows.flatMap((row, i) => (wanted.includes(row) ? [i] : [])) : all.rows.map((_, i) => i);
  const pick = (list: readonly number[]) => keep.map(i => list[i] ?? Number.NaN);
  const rowsUsed = pick(all.rows);
  const rowsOfX = wanted ?? rowsUsed;
  const rows = rowsUsed.map(row => X[rowsOfX.indexOf(row)] ?? []);
  const effects = { yi: pick(all.yi), vi: pick(all.vi), ni: pick(all.ni), rows: rowsUsed };
  return { effects, rows, design: designFrom(rows) };
}
