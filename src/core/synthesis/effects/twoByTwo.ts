import { normalQuantile } from '#core/numeric/distributions';
import { normalDensity } from '#core/numeric/normalTail';
import {
  type EffectOptions,
  type MeasureFunction,
  type VarianceKind,
  weightedByPersons,
} from '#core/synthesis/effects/effectSize';
import { correctedTables, type Table, tableOf } from '#core/synthesis/effects/twoByTwoTable';

interface Pair {
  readonly yi: number;
  readonly vi: number;
}

/** A measure of one table, raised to all studies: the zero-cell rule first, persons counted before it. */
export function perTable(one: (table: Table, variance: VarianceKind) => Pair): MeasureFunction {
  return (studies, options) => {
    const raw = studies.map(tableOf);
    return correctedTables(raw, options).map((table, i) => ({
      ...one(table, options.variance),
      ni: (raw[i]?.n1 ?? Number.NaN) + (raw[i]?.n2 ?? Number.NaN),
    }));
  };
}

const sumOfReciprocals = ({ a, b, c, d }: Table) => 1 / a + 1 / b + 1 / c + 1 / d;

/** Log odds ratio, with Woolf's variance (1955, doi:10.1111/j.1469-1809.1955.tb01348.x). */
export const logOddsRatio = perTable(table => ({
  yi: Math.log(table.a / table.b / (table.c / table.d)),
  vi: sumOfReciprocals(table),
}));

/** Log risk ratio; variance 1/a - 1/n1 + 1/c - 1/n2. */
export const logRiskRatio = perTable(({ a, c, n1, n2 }) => ({
  yi: Math.log(a / n1 / (c / n2)),
  vi: 1 / a - 1 / n1 + 1 / c - 1 / n2,
}));

/** Risk difference. Variance LS: each study's own risks; UB: n - 1 below; AV: risks averaged over studies. */
export const riskDifference: MeasureFunction = (studies, options) => {
  const raw = studies.map(tableOf);
  const tables = correctedTables(raw, options);
  const averaged = averageRisks(tables, options);
  return tables.map(({ a, c, n1, n2 }, i) => {
    const p1 = averaged?.p1 ?? a / n1;
    const p2 = averaged?.p2 ?? c / n2;
    const less = options.variance === 'UB' ? 1 : 0;
    return {
      yi: a / n1 - c / n2,
      vi: (p1 * (1 - p1)) / (n1 - less) + (p2 * (1 - p2)) / (n2 - less),
      ni: (raw[i]?.n1 ?? Number.NaN) + (raw[i]?.n2 ?? Number.NaN),
    };
  });
};

function averageRisks(tables: readonly Table[], options: EffectOptions): { p1: number; p2: number } | null {
  if (options.variance !== 'AV') return null;
  return {
    p1: weightedByPersons(
      tables.map(t => t.a / t.n1),
      tables.map(t => t.n1),
    ),
    p2: weightedByPersons(
      tables.map(t => t.c / t.n2),
      tables.map(t => t.n2),
    ),
  };
}

/** Peto's one-step log odds ratio (a - E)/V with variance 1/V (1985, doi:10.1016/S0033-0620(85)80003-7). */
export const petoLogOddsRatio = perTable(({ a, b, c, d, n1, n2 }) => {
  const total = n1 + n2;
  const events = a + c;
  const v = (n1 * n2 * (events / total) * ((b + d) / total)) / (total - 1);
  return { yi: (a - (n1 * events) / total) / v, vi: 1 / v };
});

/** Difference of arcsine square roots, stabilised variance (Rücker 2009, doi:10.1002/sim.3511). */
export const arcsineDifference = perTable(({ a, c, n1, n2 }) => ({
  yi: Math.asin(Math.sqrt(a / n1)) - Math.asin(Math.sqrt(c / n2)),
  vi: 1 / (4 * n1) + 1 / (4 * n2),
}));

/** Phi coefficient. Variance ST: group sizes fixed (delta method); LS and CS: multinomial sampling. */
export const phiCoefficient = perTable(({ a, b, c, d, n1, n2 }, variance) => {
  const events = a + c;
  const others = b + d;
  const phi = (a * d - b * c) / Math.sqrt(n1 * n2 * events * others);
  const p1 = a / n1;
  const p2 = c / n2;
  if (variance === 'ST') {
    const scale = Math.sqrt(n1 * n2);
    const spread = Math.sqrt(events * others);
    const bend = (0.5 * (p1 - p2) * (others - events)) / spread ** 3;
    const slope1 = scale * (1 / spread - bend * n1);
    const slope2 = scale * (-1 / spread - bend * n2);
    return { yi: phi, vi: (slope1 ** 2 * p1 * (1 - p1)) / n1 + (slope2 ** 2 * p2 * (1 - p2)) / n2 };
  }
  const n = n1 + n2;
  const rows = (n1 - n2) / Math.sqrt(n1 * n2);
  const columns = (events - others) / Math.sqrt(events * others);
  const vi =
    (1 - phi ** 2 + phi * (1 + phi ** 2 / 2) * rows * columns - 0.75 * phi ** 2 * (rows ** 2 + columns ** 2)) / n;
  return { yi: phi, vi };
});

/** Yule's Q = (OR - 1)/(OR + 1). */
export const yulesQ = perTable(table => {
  const { a, b, c, d } = table;
  const yi = (a * d - b * c) / (a * d + b * c);
  return { yi, vi: ((1 - yi * yi) ** 2 / 4) * sumOfReciprocals(table) };
});

/** Yule's Y, the same with the root of the odds ratio. */
export const yulesY = perTable(table => {
  const { a, b, c, d } = table;
  const yi = (Math.sqrt(a * d) - Math.sqrt(b * c)) / (Math.sqrt(a * d) + Math.sqrt(b * c));
  return { yi, vi: ((1 - yi * yi) ** 2 / 16) * sumOfReciprocals(table) };
});

/** Difference of probits, an estimate of the standardised mean difference behind a cut (Glass et al. 1981). */
export const probitDifference = perTable(({ a, c, n1, n2 }) => {
  const arm = (p: number, n: number) => {
    const z = normalQuantile(p);
    return { z, v: (p * (1 - p)) / n / normalDensity(z) ** 2 };
  };
  const one = arm(a / n1, n1);
  const two = arm(c / n2, n2);
  return { yi: one.z - two.z, vi: one.v + two.v };
});

/** Log odds ratio as a standardised mean difference: logistic (sqrt(3)/pi) or normal (1/1.65) distribution behind it. */
function rescaledOddsRatio(factor: number): MeasureFunction {
  return perTable(table => ({
    yi: Math.log(table.a / table.b / (table.c / table.d)) * factor,
    vi: sumOfReciprocals(table) * factor * factor,
  }));
}
export const oddsRatioToDifference = rescaledOddsRatio(Math.sqrt(3) / Math.PI);
export const oddsRatioToDifferenceNormal = rescaledOddsRatio(1 / 1.65);
