import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { AGREEMENT_GAPS, agreement } from '#core/screening/agreement';
import { fleissKappa, krippendorffAlpha } from '#core/screening/agreementOfMany';
import { bootstrapInterval } from '#core/screening/bootstrapInterval';
import { type DecisionOnRecord, passes } from '#core/screening/disagreement';

/** Which coefficient tells a team's agreement: Cohen's for two, Fleiss' for more, Krippendorff's alpha where some are missing. */
export const TEAM_COEFFICIENTS = ['cohen', 'fleiss', 'krippendorff'] as const;
export type TeamCoefficient = (typeof TEAM_COEFFICIENTS)[number];

export interface TeamAgreement {
  readonly coefficient: TeamCoefficient;
  readonly value: Estimable<number>;
  readonly interval: Estimable<readonly [lower: number, upper: number]>;
  /** Gwet's AC1 of two; of more that of Fleiss' counts. */
  readonly ac1: Estimable<number>;
  readonly alpha: Estimable<number>;
}

/**
 * How a whole team agrees on the records that all of them were given, include and unsure against exclude.
 *
 * Takes for each record the decisions of the people, each person once; gives Cohen's kappa with its interval by standard
 * error for two people, Fleiss' kappa with a bootstrapped interval for more, and Krippendorff's alpha beside both; alpha
 * takes the place of Fleiss' kappa where not everybody decided on every record. Values and their outside references are
 * those of `agreement` and `agreementOfMany`.
 */
export function teamAgreement(records: readonly (readonly DecisionOnRecord[])[], seed: number): TeamAgreement {
  const people = [...new Set(records.flatMap(record => record.map(one => one.personId)))].sort();
  const alpha = alphaOf(records);
  if (people.length <= 2) return ofTwo(records, alpha);
  const isWhole = records.every(record => record.length === people.length);
  const statistic = isWhole ? fleissOf : alphaOf;
  const fleiss = isWhole ? fleissKappa(countsOf(records)) : null;
  return {
    coefficient: isWhole ? 'fleiss' : 'krippendorff',
    value: statistic(records),
    interval: bootstrapInterval(records, statistic, seed),
    ac1: fleiss?.estimable ? estimable(fleiss.value.ac1) : notEstimable(fleiss?.because ?? 'not-everybody-decided'),
    alpha,
  };
}

function ofTwo(records: readonly (readonly DecisionOnRecord[])[], alpha: Estimable<number>): TeamAgreement {
  const { kappa, ac1 } = agreement(
    records.flatMap(record => {
      const [first, second] = [...record].sort((a, b) => (a.personId < b.personId ? -1 : 1));
      return first && second ? [[first, second] as const] : [];
    }),
  );
  return {
    coefficient: 'cohen',
    value: kappa.estimable ? estimable(kappa.value.kappa) : kappa,
    interval: kappa.estimable ? estimable(kappa.value.interval) : kappa,
    ac1: ac1.estimable ? estimable(ac1.value.value) : ac1,
    alpha,
  };
}

function fleissOf(records: readonly (readonly DecisionOnRecord[])[]): Estimable<number> {
  const found = fleissKappa(countsOf(records));
  return found.estimable ? estimable(found.value.kappa) : found;
}

function alphaOf(records: readonly (readonly DecisionOnRecord[])[]): Estimable<number> {
  if (records.length === 0) return notEstimable(AGREEMENT_GAPS.noRecords);
  const found = krippendorffAlpha(records.map(record => record.map(one => (passes(one.choice) ? 'pass' : 'exclude'))));
  return found.estimable ? estimable(found.value.alpha) : found;
}

function countsOf(records: readonly (readonly DecisionOnRecord[])[]): number[][] {
  return records.map(record => {
    const passing = record.filter(one => passes(one.choice)).length;
    return [passing, record.length - passing];
  });
}
