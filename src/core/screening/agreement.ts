import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type DecisionOnRecord, passes } from '#core/screening/disagreement';

/** 97.5 % quantile of the standard normal distribution. */
const Z_95 = 1.959963984540054;

/** Counts of records: rows are the first screener's categories, columns the second one's. */
export type AgreementTable = readonly (readonly number[])[];

/** Why an agreement number cannot be given. */
export const AGREEMENT_GAPS = {
  noRecords: 'no-record-decided-by-both',
  oneCategory: 'chance-agreement-is-complete',
  notSeen: 'category-never-chosen',
} as const;

export interface Kappa {
  readonly kappa: number;
  readonly standardError: number;
  /** Standard error if the true kappa were 0, for a test. */
  readonly standardErrorAtZero: number;
  /** 95 % interval, cut at 1. */
  readonly interval: readonly [lower: number, upper: number];
}

export interface ChanceCorrected {
  readonly value: number;
  readonly standardError: number;
}

export interface Agreement {
  readonly records: number;
  readonly table: AgreementTable;
  readonly raw: Estimable<number>;
  /** Share agreed of all "include" choices; two categories only. */
  readonly positive: Estimable<number>;
  readonly negative: Estimable<number>;
  readonly kappa: Estimable<Kappa>;
  readonly pabak: Estimable<number>;
  readonly ac1: Estimable<ChanceCorrected>;
}

/**
 * How two screeners agree, include and unsure (pass) against exclude, over the records that both decided.
 * Give it decisions made before any discussion.
 * @param pairs for each record the two decisions, always the same screener first
 */
export function agreement(pairs: readonly (readonly [DecisionOnRecord, DecisionOnRecord])[]): Agreement {
  const table = [
    [0, 0],
    [0, 0],
  ];
  for (const [first, second] of pairs) {
    const row = table[passes(first.choice) ? 0 : 1] ?? [];
    const column = passes(second.choice) ? 0 : 1;
    row[column] = (row[column] ?? 0) + 1;
  }
  return agreementOf(table);
}

/**
 * All agreement numbers of a two-screener table, each with its own reason when it cannot be given.
 *
 * Takes counts, q × q, q ≥ 2. Raw agreement p_o = Σ p_ii; positive and negative agreement of a 2 × 2 table
 * 2a/(2a + b + c) and 2d/(2d + b + c) (Cicchetti & Feinstein 1990, doi:10.1016/0895-4356(90)90159-M); PABAK
 * (q·p_o − 1)/(q − 1) (Byrt 1993, doi:10.1016/0895-4356(93)90018-V). Nothing is estimable without a record.
 * Agrees with statsmodels and R's vcd through agreement_vectors.json to six decimals.
 */
export function agreementOf(table: AgreementTable): Agreement {
  const shares = sharesOf(table);
  const none = notEstimable(AGREEMENT_GAPS.noRecords);
  if (!shares)
    return { records: 0, table, raw: none, positive: none, negative: none, kappa: none, pabak: none, ac1: none };
  const { categories, rawAgreement } = shares;
  return {
    records: shares.records,
    table,
    raw: estimable(rawAgreement),
    positive: specificAgreement(shares, 0),
    negative: specificAgreement(shares, categories - 1),
    kappa: kappaOf(shares),
    pabak: estimable((categories * rawAgreement - 1) / (categories - 1)),
    ac1: ac1Of(shares),
  };
}

interface Shares {
  readonly records: number;
  readonly categories: number;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly share: number }[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly rawAgreement: number;
}

const at = (values: readonly number[], index: number) => values[index] ?? 0;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function sharesOf(table: AgreementTable): Shares | null {
  const categories = table.length;
  if (categories < 2 || table.some(row => row.length !== categories)) {
    throw new RangeError('agreementOf: the table must be square, with at least two categories');
  }
  const records = sum(table.flat());
  if (records === 0) return null;
  const cells = table.flatMap((counts, row) =>
    counts.map((count, column) => ({ row, column, share: count / records })),
  );
  const margin = (side: 'row' | 'column') =>
    table.map((_, category) => sum(cells.filter(cell => cell[side] === category).map(cell => cell.share)));
  const agreed = sum(table.map((row, category) => at(row, category)));
  return { records, categories, cells, rows: margin('row'), columns: margin('column'), rawAgreement: agreed / records };
}

function specificAgreement(shares: Shares, category: number): Estimable<number> {
  if (shares.categories !== 2) return notEstimable('more-than-two-categories');
  const chosen = at(shares.rows, category) + at(shares.columns, category);
  const agreed = shares.cells.find(cell => cell.row === category && cell.column === category)?.share ?? 0;
  return chosen === 0 ? notEstimable(AGREEMENT_GAPS.notSeen) : estimable((2 * agreed) / chosen);
}

/**
 * Cohen's kappa, agreement beyond chance: (p_o − p_e)/(1 − p_e) (doi:10.1177/001316446002000104), with the large-sample
 * standard error of Fleiss, Cohen & Everitt 1969 (doi:10.1037/h0028106). Not estimable when both always chose one and
 * the same category (p_e = 1): it is neither 0 nor 1.
 */
function kappaOf(shares: Shares): Estimable<Kappa> {
  const { rows, columns, cells, rawAgreement, records } = shares;
  // Exact on counts: both margins hold one and the same category alone.
  if (rows.some((share, category) => share === 1 && at(columns, category) === 1)) {
    return notEstimable(AGREEMENT_GAPS.oneCategory);
  }
  const chance = sum(rows.map((share, category) => share * at(columns, category)));
  const kappa = (rawAgreement - chance) / (1 - chance);
  const miss = 1 - kappa;
  let agreeing = 0;
  let differing = 0;
  for (const { row, column, share } of cells) {
    if (row === column) agreeing += share * (1 - (at(rows, row) + at(columns, row)) * miss) ** 2;
    else differing += share * (at(columns, row) + at(rows, column)) ** 2;
  }
  const correction = (kappa - chance * miss) ** 2;
  const variance = Math.max(0, agreeing + miss ** 2 * differing - correction) / (records * (1 - chance) ** 2);
  const skew = sum(rows.map((share, i) => share * at(columns, i) * (share + at(columns, i))));
  const standardError = Math.sqrt(variance);
  return estimable({
    kappa,
    standardError,
    standardErrorAtZero: Math.sqrt(Math.max(0, chance + chance ** 2 - skew)) / ((1 - chance) * Math.sqrt(records)),
    interval: [kappa - Z_95 * standardError, Math.min(1, kappa + Z_95 * standardError)],
  });
}

/**
 * Gwet's AC1, which stays steady when includes are rare: (p_o − p_γ)/(1 − p_γ) with p_γ = Σ π(1 − π)/(q − 1)
 * (doi:10.1348/000711006X126600), with Gwet's standard error over records. Not estimable for a single record, whose
 * error would be 0/0.
 */
function ac1Of(shares: Shares): Estimable<ChanceCorrected> {
  const { rows, columns, cells, rawAgreement, records, categories } = shares;
  if (records < 2) return notEstimable('fewer-than-two-records');
  const overall = rows.map((share, category) => (share + at(columns, category)) / 2);
  const chance = sum(overall.map(share => share * (1 - share))) / (categories - 1);
  const value = (rawAgreement - chance) / (1 - chance);
  let squares = 0;
  for (const { row, column, share } of cells) {
    const own = (1 - at(overall, row) + 1 - at(overall, column)) / 2 / (categories - 1);
    const agreed = row === column ? 1 : 0;
    const influence = (agreed - chance) / (1 - chance) - (2 * (1 - value) * (own - chance)) / (1 - chance);
    squares += share * records * (influence - value) ** 2;
  }
  return estimable({ value, standardError: Math.sqrt(squares / (records * (records - 1))) });
}
