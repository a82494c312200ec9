import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { AGREEMENT_GAPS } from '#core/screening/agreement';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export interface FleissKappa {
  readonly rawAgreement: number;
  readonly chanceAgreement: number;
  readonly kappa: number;
  /** Standard error if the true kappa were 0. */
  readonly standardErrorAtZero: number;
  /** Gwet's AC1 for the same counts. */
  readonly ac1: number;
}

/**
 * Fleiss's kappa for records that were each decided by the same number of screeners, who need not be the same people.
 *
 * Takes for each record the number of screeners per category. P_i = (Σ n_ij² − m)/(m(m − 1)), kappa = (p̄ − p_e)/(1 − p_e),
 * p_e = Σ p_j² (doi:10.1037/h0031619); AC1 with p_γ = Σ p_j(1 − p_j)/(q − 1) (doi:10.1348/000711006X126600).
 * Not estimable without records or when only one category was ever chosen. Throws when records have different numbers of
 * screeners, or fewer than two: use Krippendorff's alpha there. Agrees with statsmodels to six decimals.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Estimable<FleissKappa> {
  const [head] = counts;
  if (!head) return notEstimable(AGREEMENT_GAPS.noRecords);
  const screeners = sum(head);
  const categories = head.length;
  if (screeners < 2 || counts.some(row => row.length !== categories || sum(row) !== screeners)) {
    throw new RangeError('fleissKappa: every record needs the same number of screeners, at least two');
  }
  const records = counts.length;
  const totals = head.map((_, category) => sum(counts.map(row => row[category] ?? 0)));
  if (totals.some(total => total === records * screeners)) return notEstimable(AGREEMENT_GAPS.oneCategory);
  const shares = totals.map(total => total / (records * screeners));
  const pairs = screeners * (screeners - 1);
  const raw = sum(counts.map(row => (sum(row.map(count => count * count)) - screeners) / pairs)) / records;
  const chance = sum(shares.map(share => share * share));
  const spread = sum(shares.map(share => share * (1 - share)));
  const skew = sum(shares.map(share => share * (1 - share) * (1 - 2 * share)));
  const ac1Chance = spread / (categories - 1);
  return estimable({
    rawAgreement: raw,
    chanceAgreement: chance,
    kappa: (raw - chance) / (1 - chance),
    standardErrorAtZero: Math.sqrt((2 * (spread ** 2 - skew)) / (records * pairs * spread ** 2)),
    ac1: (raw - ac1Chance) / (1 - ac1Chance),
  });
}

export interface KrippendorffAlpha {
  readonly alpha: number;
  /** Values in records that at least two screeners decided. */
  readonly pairableValues: number;
}

/**
 * Krippendorff's alpha, nominal, for any number of screeners of whom each may have decided only some records.
 *
 * Takes for each record the categories chosen (any order; one who did not decide is left out). A record of m ≥ 2 values
 * adds 1/(m − 1) to o_cd for each ordered pair; alpha = 1 − (n − 1)(n − Σ o_cc)/(n² − Σ n_c²)
 * (doi:10.1080/19312450709336664). Not estimable when no record has two values, or one category was always chosen.
 * Agrees with the published four-observer example (0.743) and agreement_vectors.json to six decimals.
 */
export function krippendorffAlpha(records: readonly (readonly (string | number)[])[]): Estimable<KrippendorffAlpha> {
  const totals = new Map<string | number, number>();
  let values = 0;
  let agreeing = 0;
  for (const chosen of records) {
    if (chosen.length < 2) continue;
    const counts = new Map<string | number, number>();
    for (const category of chosen) counts.set(category, (counts.get(category) ?? 0) + 1);
    for (const [category, count] of counts) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      agreeing += (count * (count - 1)) / (chosen.length - 1);
    }
    values += chosen.length;
  }
  if (values === 0) return notEstimable(AGREEMENT_GAPS.noRecords);
  if (totals.size === 1) return notEstimable(AGREEMENT_GAPS.oneCategory);
  const squares = sum([...totals.values()].map(total => total * total));
  return estimable({
    alpha: 1 - ((values - 1) * (values - agreeing)) / (values * values - squares),
    pairableValues: values,
  });
}
