import { diversity } from '#core/synthesis/sequential/diversity';
import { lfkIndex } from '#core/synthesis/smallStudy/lfkIndex';
import { limitMeta as computeLimitMeta, type LimitEstimate } from '#core/synthesis/smallStudy/limitMeta';
import { pCurve as computePCurve, type ReportedTest } from '#core/synthesis/smallStudy/pCurve';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import { methodOf } from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

/** Effects that the file holds ready made, as estimates with standard errors. */
export function effectsOfColumns(file: ReferenceFile, args: CaseArguments): { yi: number[]; vi: number[] } {
  const columns = args.named('columns');
  return {
    yi: file.numbers(String(columns.yi)),
    vi: file.numbers(String(columns.sei)).map(error => error * error),
  };
}

const spell = (found: LimitEstimate) => ({
  estimate: found.estimate,
  se: found.standardError,
  stat: found.statistic,
  pval: found.p,
  ci_lb: found.lower,
  ci_ub: found.upper,
});

export function limitMeta(file: ReferenceFile, args: CaseArguments): unknown {
  const found = computeLimitMeta(effectsOfColumns(file, args), methodOf(args), args.number('level', 95));
  return {
    k: found.k,
    tau2: found.tauSquared,
    random: spell(found.random),
    alpha: found.alpha,
    beta: found.beta,
    beta0: spell(found.expectation),
    betalim: spell(found.bySlope),
    mulim: spell(found.byMean),
    limit_yi: found.limits,
    Q: found.q,
    Q_df: found.qDf,
    Q_p: found.qP,
    Q_resid: found.residualQ,
    Q_resid_df: found.residualDf,
    Q_resid_p: found.residualP,
    Q_small: found.smallStudyQ,
    Q_small_p: found.smallStudyP,
    G2: found.gSquaredPercent,
  };
}

export function lfk(file: ReferenceFile, args: CaseArguments): unknown {
  const found = lfkIndex(effectsOfColumns(file, args));
  return {
    lfk: found.index,
    z: found.scores,
    order: found.order,
    center: found.centre,
    interpretation: found.asymmetry,
  };
}

export function pairwiseDiversity(file: ReferenceFile, args: CaseArguments): unknown {
  const found = diversity(effectsOfColumns(file, args), methodOf(args));
  return {
    k: found.k,
    tau2: found.tauSquared,
    var_fixed: found.fixedVariance,
    var_random: found.randomVariance,
    D2: found.diversityPercent,
    I2_Q: found.iSquaredPercent,
    sigma2_D: found.typicalVariance,
    variance_ratio: found.varianceRatio,
  };
}

export function pCurve(_: ReferenceFile, args: CaseArguments): unknown {
  const found = computePCurve(args.raw('tests') as ReportedTest[]); // the schema's tests have just these shapes
  return {
    p: found.p,
    k: found.k,
    k_sig: found.significant,
    k_half: found.belowHalf,
    ncp33: found.noncentrality33,
    right_skew_full: found.rightSkewFull,
    right_skew_half: found.rightSkewHalf,
    flat33_full: found.flatFull,
    flat33_half: found.flatHalf,
    flat33_half_app: found.flatHalfPublished,
    binomial_right: found.binomialRight,
    binomial_33: found.binomialFlat,
    power: found.power && { estimate: found.power.estimate, lb90: found.power.lower, ub90: found.power.upper },
    evidential_value: found.hasEvidentialValue,
    inadequate: found.isInadequate,
  };
}
