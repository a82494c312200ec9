import type { Estimable } from '#core/estimable';
import { chiSquareUpperTail } from '#core/numeric/distributions';
import { Problem } from '#core/problem';
import type { EffectOptions, ZeroRule } from '#core/synthesis/effects/effectSize';
import { isEffectMeasure, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { correctedRates, ratesOf } from '#core/synthesis/effects/rates';
import { correctedTables, isComplete, type Table, tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { dersimonianLairdAround } from '#core/synthesis/fixed/aroundMantelHaenszel';
import type { FixedPool } from '#core/synthesis/fixed/fixedPool';
import {
  mantelHaenszelOddsRatio,
  mantelHaenszelRiskDifference,
  mantelHaenszelRiskRatio,
} from '#core/synthesis/fixed/mantelHaenszel';
import {
  mantelHaenszelRateDifference,
  mantelHaenszelRateRatio,
  type RateTable,
} from '#core/synthesis/fixed/mantelHaenszelRates';
import { petoOddsRatio } from '#core/synthesis/fixed/peto';
import { associationTest, homogeneityTests, rateAssociationTest } from '#core/synthesis/fixed/stratifiedTests';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

const TABLE_POOLS: Readonly<Record<string, (tables: readonly Table[], level?: number) => Estimable<FixedPool>>> = {
  OR: mantelHaenszelOddsRatio,
  RR: mantelHaenszelRiskRatio,
  RD: mantelHaenszelRiskDifference,
};
const RATE_POOLS: Readonly<Record<string, (tables: readonly RateTable[], level?: number) => Estimable<FixedPool>>> = {
  IRR: mantelHaenszelRateRatio,
  IRD: mantelHaenszelRateDifference,
};

/** The rule for zeros of one half of the job: 0 for the effects of each study, 1 for the sums. */
function rule(args: CaseArguments, half: 0 | 1): EffectOptions {
  const pick = <T>(name: string, otherwise: readonly [T, T]): T =>
    args.has(name) ? ((args.raw(name) as readonly T[])[half] ?? otherwise[half]) : otherwise[half]; // pairs by the schema
  return {
    add: pick<number>('add', [0.5, 0]),
    to: pick<ZeroRule>('to', ['only0', 'none']),
    drop00: pick<boolean>('drop00', [true, true]),
    variance: 'LS',
  };
}

interface Strata {
  readonly tables: readonly Table[];
  readonly rates: readonly RateTable[];
  /** Input rows that are in the sums. */
  readonly rows: readonly number[];
  readonly pool: (chosen: readonly number[]) => Estimable<FixedPool>;
  readonly effects: readonly { readonly yi: number; readonly vi: number }[];
}

/** Tables (or rates) of a case after its rules, with the pooling function of its measure. */
function strataOf(file: ReferenceFile, args: CaseArguments): Strata {
  const measure = args.text('measure');
  const level = args.number('level', 95);
  if (!isEffectMeasure(measure)) throw new Problem('invalid', `the measure ${measure} is not known`);
  const studies = file.studies(args.named('columns'));
  const effects = MEASURE_FUNCTIONS[measure](studies, rule(args, 0));
  const ratePool = RATE_POOLS[measure];
  if (ratePool) {
    const all = correctedRates(studies.map(ratesOf), rule(args, 1)).map(([one, two]) => ({
      x1: one.events,
      t1: one.time,
      x2: two.events,
      t2: two.time,
    }));
    const rows = all.flatMap(({ x1, t1, x2, t2 }, i) => (Number.isNaN(x1 + t1 + x2 + t2) ? [] : [i]));
    const rates = rows.flatMap(row => all[row] ?? []);
    return {
      tables: [],
      rates,
      rows,
      effects,
      pool: chosen =>
        ratePool(
          chosen.flatMap(i => rates[i] ?? []),
          level,
        ),
    };
  }
  const tablePool = TABLE_POOLS[measure];
  if (!tablePool) throw new Problem('invalid', `there is no Mantel-Haenszel method for ${measure}`);
  const all = correctedTables(studies.map(tableOf), rule(args, 1));
  const rows = all.flatMap((table, i) => (isComplete(table) ? [i] : []));
  const tables = rows.flatMap(row => all[row] ?? []);
  return {
    tables,
    rates: [],
    rows,
    effects,
    pool: chosen =>
      tablePool(
        chosen.flatMap(i => tables[i] ?? []),
        level,
      ),
  };
}

function heterogeneityAround(effects: readonly { yi: number; vi: number }[], estimate: number) {
  const used = effects.filter(({ yi, vi }) => Number.isFinite(yi) && Number.isFinite(vi));
  const q = used.reduce((total, { yi, vi }) => total + (yi - estimate) ** 2 / vi, 0);
  const df = used.length - 1;
  return {
    QE: q,
    QE_df: df,
    QE_p: df > 0 ? chiSquareUpperTail(q, df) : 1,
    I2: q > 0 ? Math.max(0, (100 * (q - df)) / q) : 0,
    H2: q / df,
    k_yi: used.length,
  };
}

function poolResults(pool: FixedPool) {
  return {
    estimate: pool.estimate,
    se: pool.standardError,
    stat: pool.statistic,
    pval: pool.p,
    ci_lb: pool.lower,
    ci_ub: pool.upper,
  };
}

function orRefuse<T>(result: Estimable<T>): T {
  if (!result.estimable) throw new Problem('invalid', `not estimable: ${result.because}`);
  return result.value;
}

export function mantelHaenszel(file: ReferenceFile, args: CaseArguments): unknown {
  const { tables, rates, rows, pool, effects } = strataOf(file, args);
  const pooled = orRefuse(pool(rows.map((_, i) => i)));
  const corrected = args.flag('correct', true);
  const extra: Record<string, unknown> = {};
  if (args.text('measure') === 'OR') {
    const cmh = associationTest(tables, true, corrected);
    const cochran = associationTest(tables, false, corrected);
    const { breslowDay, tarone, k } = homogeneityTests(tables, Math.exp(pooled.estimate));
    Object.assign(extra, {
      CMH: cmh.statistic,
      CMH_p: cmh.p,
      cochran: cochran.statistic,
      cochran_p: cochran.p,
      breslow_day: breslowDay.statistic,
      breslow_day_p: breslowDay.p,
      tarone: tarone.statistic,
      tarone_p: tarone.p,
      bd_k: k,
    });
  }
  if (args.text('measure') === 'IRR') {
    const test = rateAssociationTest(rates, corrected);
    Object.assign(extra, { MH: test.statistic, MH_p: test.p });
  }
  return { ...poolResults(pooled), ...heterogeneityAround(effects, pooled.estimate), k: pooled.k, ...extra };
}

/** One entry a subset of the strata: leave-one-out or cumulative. */
function series(strata: Strata, subsets: readonly (readonly number[])[]) {
  const fits = subsets.map(subset => {
    const pool = strata.pool(subset);
    const estimate = pool.estimable ? pool.value.estimate : Number.NaN;
    const chosen = subset.map(i => strata.effects[strata.rows[i] ?? -1] ?? { yi: Number.NaN, vi: Number.NaN });
    return { pool: pool.estimable ? pool.value : null, q: heterogeneityAround(chosen, estimate) };
  });
  return {
    estimate: fits.map(fit => fit.pool?.estimate ?? null),
    se: fits.map(fit => fit.pool?.standardError ?? null),
    pval: fits.map(fit => fit.pool?.p ?? null),
    ci_lb: fits.map(fit => fit.pool?.lower ?? null),
    ci_ub: fits.map(fit => fit.pool?.upper ?? null),
    Q: fits.map(fit => fit.q.QE),
  };
}

export function mantelHaenszelLeaveOneOut(file: ReferenceFile, args: CaseArguments): unknown {
  const strata = strataOf(file, args);
  return series(
    strata,
    strata.rows.map((_, out) => strata.rows.flatMap((__, i) => (i === out ? [] : [i]))),
  );
}

export function mantelHaenszelCumulative(file: ReferenceFile, args: CaseArguments): unknown {
  const strata = strataOf(file, args);
  const key = file.numbers(args.text('order_by'));
  const order = strata.rows
    .map((_, i) => i)
    .sort((i, j) => (key[strata.rows[i] ?? 0] ?? 0) - (key[strata.rows[j] ?? 0] ?? 0));
  return {
    order,
    ...series(
      strata,
      order.map((_, last) => order.slice(0, last + 1)),
    ),
  };
}

export function riskDifferenceRevMan(file: ReferenceFile, args: CaseArguments): unknown {
  const tables = file.studies(args.named('columns')).map(tableOf).filter(isComplete);
  return poolResults(orRefuse(mantelHaenszelRiskDifference(tables, args.number('level', 95), 'greenland-robins')));
}

export function revManRandom(file: ReferenceFile, args: CaseArguments): unknown {
  const { pool, rows, effects } = strataOf(file, args);
  const centre = orRefuse(pool(rows.map((_, i) => i))).estimate;
  const used = effects.filter(({ yi, vi }) => Number.isFinite(yi) && Number.isFinite(vi));
  const result = dersimonianLairdAround(
    { yi: used.map(({ yi }) => yi), vi: used.map(({ vi }) => vi) },
    centre,
    args.number('level', 95),
  );
  return { Q: result.q, df: result.qDf, tau2: result.tauSquared, ...poolResults(result) };
}

const petoTables = (file: ReferenceFile, args: CaseArguments) =>
  file.studies(args.named('columns')).map(tableOf).filter(isComplete);

export function peto(file: ReferenceFile, args: CaseArguments): unknown {
  const pool = orRefuse(petoOddsRatio(petoTables(file, args), args.number('level', 95)));
  return {
    ...poolResults(pool),
    QE: pool.q,
    QE_df: pool.qDf,
    QE_p: pool.qP,
    I2: pool.q > 0 ? Math.max(0, (100 * (pool.q - pool.qDf)) / pool.q) : 0,
    H2: pool.q / pool.qDf,
    k: pool.k,
    k_yi: pool.telling,
  };
}

export function petoLeaveOneOut(file: ReferenceFile, args: CaseArguments): unknown {
  const tables = petoTables(file, args);
  const pools = tables.map((_, out) => petoOddsRatio(tables.filter((__, i) => i !== out)));
  const each = (value: (pool: FixedPool & { q: number }) => number) =>
    pools.map(pool => (pool.estimable ? value(pool.value) : null));
  return {
    estimate: each(pool => pool.estimate),
    se: each(pool => pool.standardError),
    pval: each(pool => pool.p),
    ci_lb: each(pool => pool.lower),
    ci_ub: each(pool => pool.upper),
    Q: each(pool => pool.q),
  };
}
