import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { ArmNumbers } from '#core/extraction/impossibleResult';
import { normalQuantile } from '#core/numeric/distributions';
import type { ArmOutcomeKind } from '#core/vocabulary';

/** The kinds whose numbers come from arms, or from the study's own estimate. */
type PairKind = ArmOutcomeKind | 'generic';

/** A study's arms with their numbers for one outcome, and its own estimate where one was extracted. */
export interface ExtractedStudy {
  readonly arms: readonly {
    readonly kind: 'intervention' | 'comparator' | 'other';
    readonly numbers: ArmNumbers | null;
  }[];
  readonly estimate: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly percentConfidence: number;
    readonly isRatio: boolean;
  } | null;
}

/** Numbers under the field's short names, as `core/synthesis` reads them. */
export type ShortNumbers = Readonly<Record<string, number>>;

/**
 * What a study brings to a two-group synthesis, under the field's short names: `ai n1i ci n2i` for counts,
 * `m1i sd1i n1i m2i sd2i n2i` for means, `yi sei` (log scale for ratios) for an estimate with its interval. Group 1 is
 * the intervention. Several arms of one kind are combined: counts add up, means and standard deviations combine by the
 * formula of the Cochrane Handbook 6.5, table 6.5.a. Not estimable: `no-intervention-arm`, `no-comparator-arm`,
 * `numbers-missing`, `no-estimate`.
 */
export function studyNumbers(kind: PairKind, study: ExtractedStudy): Estimable<ShortNumbers> {
  if (kind === 'generic') return fromEstimate(study);
  const intervention = study.arms.filter(arm => arm.kind === 'intervention');
  const comparator = study.arms.filter(arm => arm.kind === 'comparator');
  if (intervention.length === 0) return notEstimable('no-intervention-arm');
  if (comparator.length === 0) return notEstimable('no-comparator-arm');
  const one = combine(
    kind,
    intervention.map(arm => arm.numbers),
  );
  const two = combine(
    kind,
    comparator.map(arm => arm.numbers),
  );
  if (!one || !two) return notEstimable('numbers-missing');
  return estimable(
    kind === 'dichotomous'
      ? { ai: one.first, n1i: one.total, ci: two.first, n2i: two.total }
      : { m1i: one.first, sd1i: one.spread, n1i: one.total, m2i: two.first, sd2i: two.spread, n2i: two.total },
  );
}

interface Group {
  /** Events, or the mean. */
  readonly first: number;
  readonly spread: number;
  readonly total: number;
}

function combine(kind: ArmOutcomeKind, arms: readonly (ArmNumbers | null)[]): Group | null {
  const groups = arms.map(numbers => groupOf(kind, numbers));
  return groups.reduce((sum, next) =>
    sum && next ? (kind === 'dichotomous' ? add(sum, next) : merge(sum, next)) : null,
  );
}

function groupOf(kind: ArmOutcomeKind, numbers: ArmNumbers | null): Group | null {
  if (!numbers || numbers.total === null) return null;
  if (kind === 'dichotomous') {
    return numbers.events === null ? null : { first: numbers.events, spread: 0, total: numbers.total };
  }
  const { mean, standardDeviation, total } = numbers;
  return mean === null || standardDeviation === null ? null : { first: mean, spread: standardDeviation, total };
}

function add(a: Group, b: Group): Group {
  return { first: a.first + b.first, spread: 0, total: a.total + b.total };
}

function merge(a: Group, b: Group): Group {
  const total = a.total + b.total;
  const between = ((a.total * b.total) / total) * (a.first - b.first) ** 2;
  const within = (a.total - 1) * a.spread ** 2 + (b.total - 1) * b.spread ** 2;
  return {
    first: (a.total * a.first + b.total * b.first) / total,
    spread: Math.sqrt((within + between) / (total - 1)),
    total,
  };
}

/** The standard error is the width of the interval on the analysis scale over twice the normal quantile. */
function fromEstimate(study: ExtractedStudy): Estimable<ShortNumbers> {
  const { estimate } = study;
  if (!estimate) return notEstimable('no-estimate');
  const onScale = estimate.isRatio ? Math.log : (value: number) => value;
  const width = onScale(estimate.upper) - onScale(estimate.lower);
  const quantile = normalQuantile(0.5 + estimate.percentConfidence / 200);
  return estimable({ yi: onScale(estimate.estimate), sei: width / (2 * quantile) });
}
