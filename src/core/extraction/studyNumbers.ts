import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type ArmNumbers, givenNumbers } from '#core/extraction/impossibleResult';
import type { ArmKindOfOutcome } from '#core/extraction/kinds/kindOfOutcome';
import type { NamedNumbers } from '#core/extraction/kinds/numberField';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { type ArmOutcomeKind, type EstimateOutcomeKind, isByArm } from '#core/extraction/vocabulary';
import { normalQuantile } from '#core/numeric/distributions';

/** The kinds whose numbers come from arms, or from the study's own estimate. */
type PairKind = ArmOutcomeKind | EstimateOutcomeKind;

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
 * `m1i sd1i n1i m2i sd2i n2i` for means, `x1i t1i x2i t2i` for rates, `yi sei` (log scale for ratios) for an estimate with its interval. Group 1 is
 * the intervention. Several arms of one kind are combined: counts and times add up, means and standard deviations combine by the
 * formula of the Cochrane Handbook 6.5, table 6.5.a. Not estimable: `no-intervention-arm`, `no-comparator-arm`,
 * `numbers-missing`, `no-estimate`.
 */
export function studyNumbers(kind: PairKind, study: ExtractedStudy): Estimable<ShortNumbers> {
  if (!isByArm(kind)) return fromEstimate(study);
  const entry: ArmKindOfOutcome = OUTCOME_KIND_TABLE[kind];
  const intervention = study.arms.filter(arm => arm.kind === 'intervention');
  const comparator = study.arms.filter(arm => arm.kind === 'comparator');
  if (intervention.length === 0) return notEstimable('no-intervention-arm');
  if (comparator.length === 0) return notEstimable('no-comparator-arm');
  const one = combine(entry, intervention);
  const two = combine(entry, comparator);
  if (!one || !two) return notEstimable('numbers-missing');
  return estimable(
    Object.fromEntries(
      entry.fields.flatMap(({ name, short: [first, second] }) => [
        [first, one[name] ?? Number.NaN],
        [second, two[name] ?? Number.NaN],
      ]),
    ),
  );
}

/** Several arms as one; null where one of them lacks a number. */
function combine({ fields, combines }: ArmKindOfOutcome, arms: ExtractedStudy['arms']): NamedNumbers | null {
  const groups = arms.map(({ numbers }) => (numbers ? givenNumbers(numbers) : {}));
  if (groups.some(group => fields.some(({ name }) => group[name] === undefined))) return null;
  const names = fields.map(({ name }) => name);
  return groups.reduce((sum, next) => (combines === 'sums' ? add(names, sum, next) : merge(sum, next)));
}

function add(names: readonly string[], a: NamedNumbers, b: NamedNumbers): NamedNumbers {
  return Object.fromEntries(names.map(name => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

function merge(a: NamedNumbers, b: NamedNumbers): NamedNumbers {
  const [one, other] = [groupOf(a), groupOf(b)];
  const total = one.total + other.total;
  const between = ((one.total * other.total) / total) * (one.mean - other.mean) ** 2;
  const within = (one.total - 1) * one.deviation ** 2 + (other.total - 1) * other.deviation ** 2;
  return {
    mean: (one.total * one.mean + other.total * other.mean) / total,
    standardDeviation: Math.sqrt((within + between) / (total - 1)),
    total,
  };
}

function groupOf({ mean = Number.NaN, standardDeviation = Number.NaN, total = Number.NaN }: NamedNumbers) {
  return { mean, deviation: standardDeviation, total };
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
