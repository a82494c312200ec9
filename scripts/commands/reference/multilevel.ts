import { chiSquareUpperTail } from '#core/numeric/distributions';
import { quadraticForm, symmetricInverse } from '#core/numeric/matrices';
import { designFrom, interceptOnly } from '#core/synthesis/design';
import { fitModel } from '#core/synthesis/fitModel';
import { fitMultilevel, type MultilevelFit } from '#core/synthesis/multilevel/fitMultilevel';
import { profileComponents } from '#core/synthesis/multilevel/profileComponents';
import { type RobustKind, robustVariance, type WorkingModel } from '#core/synthesis/multilevel/robustVariance';
import { randomIntercept, type VarianceComponent } from '#core/synthesis/multilevel/varianceComponent';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import { methodOf } from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

/** Data, components and options of an `rma.mv` case. */
function problemOf(file: ReferenceFile, args: CaseArguments) {
  const { yi, vi } = file.effects(args);
  const X = args.has('X') ? args.matrix('X') : yi.map(() => [1]);
  const V = args.has('V') ? args.matrix('V') : diagonal(vi);
  const groups = args.has('groups_from') ? file.caseNamed(args.text('groups_from')).args : args;
  const components = groups.has('groups') ? groups.matrix('groups').map(randomIntercept) : [];
  const options = {
    restricted: args.text('method', 'REML') === 'REML',
    test: args.text('test', 'z') === 't' ? ('t' as const) : ('z' as const),
    level: args.number('level', 95),
  };
  return { data: { yi, V, X }, components, options };
}

function coefficientsOf(fit: MultilevelFit) {
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

export function rmaMv(file: ReferenceFile, args: CaseArguments): unknown {
  const { data, components, options } = problemOf(file, args);
  const fit = fitMultilevel(data, components, options);
  const { k, p } = fit.design;
  const between = fit.parameters.reduce((a, b) => a + b, 0);
  const whole = between + fit.typicalVariance;
  const count = p + components.length;
  const [estimate = Number.NaN] = fit.coefficients;
  const wide = fit.critical * Math.sqrt((fit.standardErrors[0] ?? Number.NaN) ** 2 + between);
  return {
    sigma2: fit.parameters,
    ...coefficientsOf(fit),
    ...(fit.df === null ? {} : { ddf: fit.coefficients.map(() => fit.df) }),
    QE: fit.q,
    QE_df: fit.qDf,
    QE_p: fit.qP,
    ll: fit.logLikelihood,
    AIC: 2 * count - 2 * fit.logLikelihood,
    BIC: count * Math.log(options.restricted ? k - p : k) - 2 * fit.logLikelihood,
    I2_total: (100 * between) / whole,
    I2_by_component: fit.parameters.map(value => (100 * value) / whole),
    pi: { lb: estimate - wide, ub: estimate + wide },
  };
}

export function rmaMvConfint(file: ReferenceFile, args: CaseArguments): unknown {
  const { data, components, options } = problemOf(file, args);
  const all = profileComponents(data, components, options);
  return { sigma2: all.map(({ estimate, lower, upper }) => [estimate, lower, upper]) };
}

function jointOf(fit: MultilevelFit): number {
  const inverse = symmetricInverse(fit.covariance);
  return inverse ? quadraticForm(inverse, fit.coefficients) : Number.NaN;
}

export function rmaMvFixed(file: ReferenceFile, args: CaseArguments): unknown {
  const { data, options } = problemOf(file, args);
  const fit = fitMultilevel(data, [], options);
  return {
    ...coefficientsOf(fit),
    QE: fit.q,
    QEp: chiSquareUpperTail(fit.q, fit.qDf),
    QM: jointOf(fit),
    ll: fit.logLikelihood,
  };
}

export function rmaMvUnstructured(file: ReferenceFile, args: CaseArguments): unknown {
  const { data, options } = problemOf(file, args);
  const rows = file.effects(args).rows;
  const named = (column: string) => rows.map(row => String(file.values(column)[row]));
  const inner = named(args.text('inner'));
  const outer = named(args.text('outer'));
  const levels = [...new Set(inner)].sort();
  const places = [...new Set(outer)];
  const groupsOf = (level: string) => outer.map((name, i) => (inner[i] === level ? places.indexOf(name) : -1));
  const variances = levels.map(level => randomIntercept(groupsOf(level)));
  const pairs = levels.flatMap((one, i) => levels.slice(i + 1).map(two => [one, two] as const));
  const covariances = pairs.map(
    ([one, two]): VarianceComponent => ({ left: groupsOf(one), right: groupsOf(two), isVariance: false }),
  );
  const fit = fitMultilevel(data, [...variances, ...covariances], options);
  const tau2 = fit.parameters.slice(0, levels.length);
  const [one = Number.NaN, two = Number.NaN] = tau2;
  return {
    tau2,
    tau2_levels: levels,
    rho: (fit.parameters[levels.length] ?? Number.NaN) / Math.sqrt(one * two),
    ...coefficientsOf(fit),
    QE: fit.q,
    QM: jointOf(fit),
    ll: fit.logLikelihood,
  };
}

export function robust(file: ReferenceFile, args: CaseArguments): unknown {
  const from = args.named('fit');
  const model =
    typeof from.case === 'string'
      ? fromMultilevel(file, file.caseNamed(from.case).args)
      : fromPooling(file, args, String(from.method));
  const result = robustVariance(model, args.numbers('cluster'), args.text('type') as RobustKind); // one of three words
  return {
    estimate: model.coefficients,
    se: result.standardErrors,
    stat: result.statistics,
    pval: result.pValues,
    ci_lb: result.lower,
    ci_ub: result.upper,
    df: result.df,
    vcov: result.covariance,
    n_clusters: result.clusters,
  };
}

function fromMultilevel(file: ReferenceFile, args: CaseArguments): WorkingModel {
  const { data, components, options } = problemOf(file, args);
  const fit = fitMultilevel(data, components, options);
  return {
    X: data.X,
    coefficients: fit.coefficients,
    bread: fit.covariance,
    residuals: fit.final.residuals,
    weights: fit.final.inverse,
    covariance: fit.final.whole,
  };
}

function fromPooling(file: ReferenceFile, args: CaseArguments, method: string): WorkingModel {
  const effects = file.effects(args);
  const X = args.has('X') ? args.matrix('X') : effects.yi.map(() => [1]);
  const design = args.has('X') ? designFrom(X) : interceptOnly(X.length);
  const fit = fitModel(effects, { method: methodOf(args, method), test: 'z', design });
  return {
    X,
    coefficients: fit.coefficients,
    bread: fit.covariance,
    residuals: fit.residuals,
    weights: diagonal(fit.weights),
    covariance: diagonal(effects.vi.map(v => v + fit.tauSquared)),
  };
}
