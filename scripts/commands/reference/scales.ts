import { normalQuantile } from '#core/numeric/distributions';
import { Problem } from '#core/problem';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';
import { fitModel } from '#core/synthesis/fitModel';
import { henmiCopas as computeHenmiCopas } from '#core/synthesis/henmiCopas';
import type { Interval } from '#core/synthesis/predictionInterval';
import { agrestiCoull, clopperPearson, wilson } from '#core/synthesis/proportionIntervals';
import {
  isTransformation,
  type TransformationContext,
  type TransformationName,
  transform,
} from '#core/synthesis/transformations';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import { fitOptions, pooledResults, predictionResults } from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

function nameOf(given: string): TransformationName {
  const name = given.replace(/^transf\./, '');
  if (!isTransformation(name)) throw new Problem('invalid', `the transformation ${given} is not known`);
  return name;
}

function contextOf(args: CaseArguments): TransformationContext {
  if (!args.has('targs')) return {};
  const { ni, tau2, pc } = args.named('targs');
  return {
    ...(ni === undefined ? {} : { persons: (Array.isArray(ni) ? ni : [ni]).map(Number) }),
    ...(typeof tau2 === 'number' ? { tauSquared: tau2 } : {}),
    ...(typeof pc === 'number' ? { controlRisk: pc } : {}),
  };
}

export function transf(_file: ReferenceFile, args: CaseArguments): unknown {
  const name = nameOf(args.text('name'));
  const context = contextOf(args);
  return { value: args.numbers('x').map(x => transform(name, x, context)) };
}

export function backtransform(file: ReferenceFile, args: CaseArguments): unknown {
  const fit = fitModel(file.effects(args), fitOptions(args));
  const name = nameOf(args.text('transf'));
  const context = contextOf(args);
  const back = (x: number | null | undefined) => (typeof x === 'number' ? transform(name, x, context) : null);
  const { estimate, ci_lb, ci_ub } = pooledResults(fit);
  const { normal, t_km1 } = predictionResults(fit);
  const limits = fit.test === 'z' ? normal : t_km1;
  return {
    pred: back(estimate),
    ci_lb: back(ci_lb),
    ci_ub: back(ci_ub),
    pi_lb: back(limits.lb),
    pi_ub: back(limits.ub),
  };
}

export function henmiCopas(file: ReferenceFile, args: CaseArguments): unknown {
  const result = computeHenmiCopas(file.effects(args), args.number('level', 95));
  return {
    estimate: result.estimate,
    se: result.standardError,
    ci_lb: result.lower,
    ci_ub: result.upper,
    tau2: result.tauSquared,
  };
}

export function propCi(file: ReferenceFile, args: CaseArguments): unknown {
  const columns = args.named('columns');
  const x = file.numbers(String(columns.x));
  const n = file.numbers(String(columns.n));
  const level = args.number('level', 95);
  const both = (interval: (x: number, n: number) => Interval) => {
    const all = x.map((value, i) => interval(value, n[i] ?? Number.NaN));
    return { lb: all.map(one => one.lower), ub: all.map(one => one.upper) };
  };
  return {
    clopper_pearson: both((a, b) => clopperPearson(a, b, level)),
    wilson: both((a, b) => wilson(a, b, level)),
    wilson_cc: both((a, b) => wilson(a, b, level, true)),
    agresti_coull: both((a, b) => agrestiCoull(a, b, level)),
  };
}

export function ciToSe(file: ReferenceFile, args: CaseArguments): unknown {
  const columns = args.named('columns');
  const onScale = args.flag('log', true) ? Math.log : (x: number) => x;
  const read = (name: string) => file.numbers(String(columns[name])).map(onScale);
  const [yi, lower, upper] = [read('est'), read('lb'), read('ub')];
  const z = normalQuantile(0.5 + args.number('level', 95) / 200);
  const sei = upper.map((value, i) => (value - (lower[i] ?? Number.NaN)) / (2 * z));
  return { yi, sei, vi: sei.map(value => value ** 2) };
}

/** The variants of d and g that programs and textbooks use, in closed form from the groups. */
export function smdVariants(file: ReferenceFile, args: CaseArguments): unknown {
  const all = file.studies(args.named('columns')).map(study => {
    const at = (name: string) => study[name] ?? Number.NaN;
    const [n1, n2] = [at('n1i'), at('n2i')];
    const total = n1 + n2;
    const m = total - 2;
    const pooled = Math.sqrt(((n1 - 1) * at('sd1i') ** 2 + (n2 - 1) * at('sd2i') ** 2) / m);
    const d = (at('m1i') - at('m2i')) / pooled;
    const variance = 1 / n1 + 1 / n2 + d ** 2 / (2 * total);
    const approximate = 1 - 3 / (4 * m - 1);
    const revMan = d * (1 - 3 / (4 * total - 9));
    return {
      cohen_d: d,
      cohen_d_var: variance,
      J_exact: hedgesCorrection(m),
      J_approx: approximate,
      g_exact: hedgesCorrection(m) * d,
      g_approx: approximate * d,
      g_approx_var_cma: approximate ** 2 * variance,
      g_revman: revMan,
      g_revman_var: total / (n1 * n2) + revMan ** 2 / (2 * (total - 3.94)),
    };
  });
  const [first] = all;
  const names = Object.keys(first ?? {}) as (keyof NonNullable<typeof first>)[]; // the keys written just above
  return Object.fromEntries(names.map(name => [name, all.map(one => one[name])]));
}
