import { tQuantile } from '#core/numeric/distributions';
import {
  type Contrast,
  contrastsOf,
  type NetworkArm,
  networkDf,
  treatmentsOf,
} from '#core/synthesis/network/contrasts';
import { directAndIndirect } from '#core/synthesis/network/directAndIndirect';
import { decomposeQ, leagueTable, pScores, qTest, solveNetwork } from '#core/synthesis/network/networkFit';
import { type NetworkModel, networkTauSquared } from '#core/synthesis/network/networkTauSquared';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

/** Arms of counts (`xi` of `ni`) or of means; which ratio the counts stand for is told by the name of the data. */
function armsOf(file: ReferenceFile, id: string): NetworkArm[] {
  const study = file.values('study').map(String);
  if (!file.hasColumn('xi')) {
    const treatment = file.values('treatment').map(String);
    const [m, s, n] = [file.numbers('mi'), file.numbers('sdi'), file.numbers('ni')];
    return study.map((name, i) => ({
      study: name,
      treatment: treatment[i] ?? '',
      value: m[i] ?? Number.NaN,
      variance: (s[i] ?? Number.NaN) ** 2 / (n[i] ?? Number.NaN),
    }));
  }
  const treatment = file.values('trt').map(String);
  const [xi, ni] = [file.numbers('xi'), file.numbers('ni')];
  const hasZero = new Set(study.filter((_, i) => xi[i] === 0 || xi[i] === ni[i]));
  const isRiskRatio = id.includes('-RR');
  return study.map((name, i) => {
    const add = hasZero.has(name) ? 0.5 : 0;
    const x = (xi[i] ?? Number.NaN) + add;
    const n = (ni[i] ?? Number.NaN) + 2 * add;
    return isRiskRatio
      ? { study: name, treatment: treatment[i] ?? '', value: Math.log(x / n), variance: 1 / x - 1 / n }
      : { study: name, treatment: treatment[i] ?? '', value: Math.log(x / (n - x)), variance: 1 / x + 1 / (n - x) };
  });
}

export function nmaData(file: ReferenceFile, _args: CaseArguments, id: string): unknown {
  const contrasts = contrastsOf(armsOf(file, id));
  return {
    pairwise: {
      study: contrasts.map(one => one.study),
      t1: contrasts.map(one => one.t1),
      t2: contrasts.map(one => one.t2),
      yi: contrasts.map(one => one.difference),
      se: contrasts.map(one => Math.sqrt(one.variance)),
    },
    treatments: treatmentsOf(contrasts),
    n_studies: new Set(contrasts.map(one => one.study)).size,
    n_contrasts: contrasts.length,
  };
}

const dataOf = (file: ReferenceFile, args: CaseArguments): Contrast[] => contrastsOf(armsOf(file, args.text('data')));
const modelOf = (args: CaseArguments) => args.text('model') as NetworkModel; // one of four words of the schema

export function nma(file: ReferenceFile, args: CaseArguments): unknown {
  const contrasts = dataOf(file, args);
  const model = modelOf(args);
  const tauSquared = networkTauSquared(contrasts, model);
  const solution = solveNetwork(contrasts, tauSquared);
  const table = leagueTable(solution, args.number('level', 95));
  const smallIsBetter = !file.hasColumn('xi');
  const fixed = qTest(solveNetwork(contrasts).q, networkDf(contrasts));
  const df = fixed.df - 1;
  const t = df > 0 ? tQuantile(0.975, df) : Number.NaN;
  const limits = (sign: number) =>
    table.estimate.map((row, i) =>
      row.map((value, j) =>
        i === j ? 0 : value + sign * t * Math.sqrt((table.standardError[i]?.[j] ?? Number.NaN) ** 2 + tauSquared),
      ),
    );
  return {
    treatments: solution.treatments,
    tau2: tauSquared,
    tau: Math.sqrt(tauSquared),
    TE: table.estimate,
    se: table.standardError,
    ci_lb: table.lower,
    ci_ub: table.upper,
    pval: table.p,
    pscore: pScores(table, smallIsBetter),
    small_values_better: smallIsBetter,
    Q_fixed: fixed.q,
    df: fixed.df,
    Q_p: fixed.p,
    I2: fixed.q > 0 ? 100 * Math.max(0, (fixed.q - fixed.df) / fixed.q) : 0,
    hat_diag: solution.hat,
    ...(model === 'fixed' ? {} : { pi: { df, lb: limits(-1), ub: limits(1) } }),
  };
}

export function nmaSplit(file: ReferenceFile, args: CaseArguments): unknown {
  const contrasts = dataOf(file, args);
  return {
    comparisons: directAndIndirect(contrasts, networkTauSquared(contrasts, modelOf(args))).map(one => ({
      t1: one.t1,
      t2: one.t2,
      k: one.studies,
      direct: one.direct,
      direct_se: one.directError,
      nma: one.network,
      nma_se: one.networkError,
      prop_direct: one.proportionDirect,
      indirect: one.indirect?.estimate ?? null,
      indirect_se: one.indirect?.standardError ?? null,
      diff: one.difference?.estimate ?? null,
      diff_se: one.difference?.standardError ?? null,
      z: one.difference?.z ?? null,
      p: one.difference?.p ?? null,
    })),
  };
}

export function nmaDecomposition(file: ReferenceFile, args: CaseArguments): unknown {
  const { total, within, between, designs } = decomposeQ(dataOf(file, args));
  return {
    Q_total: total.q,
    df_total: total.df,
    p_total: total.p,
    Q_within: within.q,
    df_within: within.df,
    p_within: within.p,
    Q_between: between.q,
    df_between: between.df,
    p_between: between.p,
    within: designs.map(({ design, studies, q, df, p }) => ({ design, n_studies: studies, Q: q, df, p })),
  };
}
