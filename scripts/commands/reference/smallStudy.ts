import { isComplete, type Table, tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { type Line, weightedLine } from '#core/synthesis/leastSquares';
import { asymmetryTest, type SizePredictor } from '#core/synthesis/smallStudy/asymmetryTest';
import { type ExcessTest, excessSignificance } from '#core/synthesis/smallStudy/excessSignificance';
import { orwin, rosenberg, rosenthal, rosenthalFisher } from '#core/synthesis/smallStudy/failSafe';
import { petPeese as computePetPeese } from '#core/synthesis/smallStudy/petPeese';
import { rankCorrelation } from '#core/synthesis/smallStudy/rankCorrelation';
import {
  arcsineTest,
  deeksTest,
  harbordTest,
  macaskillTest,
  petersTest,
} from '#core/synthesis/smallStudy/tableAsymmetry';
import { type FillEstimator, type FunnelSide, trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import { methodOf, pooledResults } from '#scripts/commands/reference/pooling';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

export function regtest(file: ReferenceFile, args: CaseArguments): unknown {
  const model = args.text('model') === 'lm' ? 'lm' : methodOf(args);
  const predictor = args.text('predictor') as SizePredictor; // one of the six words of the schema
  const result = asymmetryTest(file.effects(args), model, predictor);
  return {
    stat: result.statistic,
    pval: result.p,
    df: result.df,
    intercept: result.intercept,
    intercept_se: result.interceptError,
    slope: result.slope,
    slope_se: result.slopeError,
    tau2: result.tauSquared,
    sigma: result.sigma,
    limit_estimate: result.limit?.estimate ?? null,
    limit_ci_lb: result.limit?.lower ?? null,
    limit_ci_ub: result.limit?.upper ?? null,
  };
}

export function trimfill(file: ReferenceFile, args: CaseArguments): unknown {
  const result = trimAndFill(
    file.effects(args),
    methodOf(args),
    args.text('estimator') as FillEstimator, // one of three words of the schema
    args.text('side', 'auto') as FunnelSide | 'auto', // likewise
  );
  return {
    k0: result.missing,
    se_k0: result.missingError,
    p_k0: result.missingP,
    side: result.side,
    ...pooledResults(result.fit),
    tau2: result.fit.tauSquared,
    QE: result.fit.q,
    I2: result.fit.iSquaredPercent,
    k: result.fit.k,
    fill_yi: result.filled.yi,
    fill_vi: result.filled.vi,
  };
}

export function fsn(file: ReferenceFile, args: CaseArguments): unknown {
  const effects = file.effects(args);
  const alpha = args.number('alpha', 0.05);
  const kind = args.text('fsn_type');
  const result =
    kind === 'Orwin'
      ? orwin(effects, args.flag('weighted', false))
      : kind === 'Rosenberg'
        ? rosenberg(effects, alpha)
        : args.text('test', 'Stouffer') === 'Fisher'
          ? rosenthalFisher(effects, alpha)
          : rosenthal(effects, alpha);
  return { fsnum: result.count, pval: result.p, mean_effect: result.meanEffect, target: result.target };
}

export function tes(file: ReferenceFile, args: CaseArguments): unknown {
  const result = excessSignificance(
    file.effects(args),
    methodOf(args),
    args.text('test') as ExcessTest, // one of three words of the schema
    args.number('alpha', 0.05),
    args.number('tes_alpha', 0.1),
  );
  return {
    O: result.observed,
    E: result.expected,
    OE_ratio: result.ratio,
    X2: args.text('test') === 'chi2' ? result.chiSquare : null,
    pval: result.p,
    theta: result.theta,
    power: result.power,
    theta_lim: result.thetaLimit,
  };
}

export function ranktest(file: ReferenceFile, args: CaseArguments): unknown {
  const result = rankCorrelation(file.effects(args));
  return { tau: result.tau, pval: args.flag('exact', true) ? result.pExact : result.p };
}

export function beggS(file: ReferenceFile, args: CaseArguments): unknown {
  const result = rankCorrelation(file.effects(args));
  return {
    S: result.s,
    var_S: result.variance,
    var_S_noties: result.varianceWithoutTies,
    z: result.z,
    pval: result.p,
    z_cc: result.zCorrected,
    pval_cc: result.pCorrected,
  };
}

function lineResults(line: Line) {
  const [intercept, slope] = [line.intercept, line.slope].map(
    ({ estimate, standardError, statistic, df, p, lower, upper }) => ({
      estimate,
      se: standardError,
      stat: statistic,
      df,
      pval: p,
      ci_lb: lower,
      ci_ub: upper,
    }),
  );
  return { intercept, slope, sigma: line.sigma };
}

export function petPeese(file: ReferenceFile, args: CaseArguments): unknown {
  const result = computePetPeese(file.effects(args));
  return {
    pet: lineResults(result.pet),
    peese: lineResults(result.peese),
    conditional: result.conditional,
    conditional_estimate: result.conditionalEstimate,
  };
}

/** The tables on the rows that the case lists. */
function tablesOf(file: ReferenceFile, args: CaseArguments): Table[] {
  const all = file.studies(args.named('columns')).map(tableOf);
  const rows = args.has('rows') ? args.numbers('rows') : all.map((_, i) => i);
  return rows.flatMap(row => all[row] ?? []).filter(isComplete);
}

export const harbord = (file: ReferenceFile, args: CaseArguments) => lineResults(harbordTest(tablesOf(file, args)));
export const peters = (file: ReferenceFile, args: CaseArguments) => lineResults(petersTest(tablesOf(file, args)));
export const deeks = (file: ReferenceFile, args: CaseArguments) => lineResults(deeksTest(tablesOf(file, args)));
export const ruecker = (file: ReferenceFile, args: CaseArguments) => lineResults(arcsineTest(tablesOf(file, args)));

export function macaskill(file: ReferenceFile, args: CaseArguments): unknown {
  const tables = tablesOf(file, args);
  return {
    fpv: lineResults(macaskillTest(tables, 'pooled')),
    fiv: lineResults(macaskillTest(tables, 'inverse-variance')),
  };
}

export function pustejovsky(file: ReferenceFile, args: CaseArguments): unknown {
  const { yi, vi, rows } = file.effects(args);
  const studies = file.studies(args.named('columns'));
  const spread = rows.map(row => 1 / (studies[row]?.n1i ?? Number.NaN) + 1 / (studies[row]?.n2i ?? Number.NaN));
  const x = spread.map(Math.sqrt);
  return {
    w_vi: lineResults(
      weightedLine(
        yi,
        x,
        vi.map(v => 1 / v),
      ),
    ),
    w_n: lineResults(
      weightedLine(
        yi,
        x,
        spread.map(v => 1 / v),
      ),
    ),
  };
}
