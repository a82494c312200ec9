import type { Counts } from '#core/extraction/counts';
import { ARM_NUMBER_NAMES, type EstimateNumbers } from '#core/extraction/impossibleResult';
import type { NumberField } from '#core/extraction/kinds/numberField';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { OUTCOME_KINDS, type OutcomeKind } from '#core/extraction/vocabulary';

/** The four counts of a test against the truth, as columns. */
const ACCURACY_FIELDS: readonly NumberField[] = [
  { name: 'tp', words: 'True positives', column: 'true_positives', rule: 'count' },
  { name: 'fp', words: 'False positives', column: 'false_positives', rule: 'count' },
  { name: 'fn', words: 'False negatives', column: 'false_negatives', rule: 'count' },
  { name: 'tn', words: 'True negatives', column: 'true_negatives', rule: 'count' },
];

/** What a row of an outcome of this kind holds beside its study; none where its numbers don't fit into one row. */
export function fieldsOf(kind: OutcomeKind): readonly NumberField[] {
  if (kind === 'accuracy') return ACCURACY_FIELDS;
  const entry = kindOfOutcome(kind);
  return entry.takes === 'arms' || entry.takes === 'whole' ? entry.fields : [];
}

/** What is counted of a study as a whole, number by number; nothing where it doesn't fit into one row. */
export function numbersOfCounts(counts: Counts): Readonly<Record<string, number>> {
  if (counts.kind === 'dose-response') return {};
  if (counts.kind !== 'accuracy') return counts.numbers;
  const { tp, fp, fn, tn } = counts;
  return { tp, fp, fn, tn };
}

const KEYS = ['study', 'outcome', 'timepoint', 'arm'] as const;

/** Of these every table has columns, whatever the outcomes of the review. */
const EVERY = ['events', 'total', 'mean', 'sd'];
export const ESTIMATE_COLUMNS = {
  estimate: 'estimate',
  lower: 'lower',
  upper: 'upper',
  percentConfidence: 'percent_confidence',
} as const;
export const RATIO = 'is_ratio';
export const FOUND_AT = 'found_at';

/** The heads of a table of results: those that every review has, and those that its kinds of outcome need beside. */
export function headFor(kinds: readonly OutcomeKind[]): string[] {
  const needed = kinds.flatMap(kind => fieldsOf(kind).map(({ column }) => column));
  return [...KEYS, ...new Set([...EVERY, ...needed]), ...Object.values(ESTIMATE_COLUMNS), RATIO, FOUND_AT];
}

/** Every head that is understood. */
export const ALL_HEADS: readonly string[] = headFor(OUTCOME_KINDS);

/** Columns of an arm's numbers, by their names. */
export const ARM_COLUMNS: Readonly<Record<(typeof ARM_NUMBER_NAMES)[number], string>> = {
  events: 'events',
  total: 'total',
  mean: 'mean',
  standardDeviation: 'sd',
  personTime: 'person_time',
};

/** What stands in the columns of numbers of an outcome's kind. */
export function numberCells(
  kind: OutcomeKind,
  numbers: Readonly<Partial<Record<string, unknown>>>,
): Record<string, string> {
  // Numbers of an arm that its kind doesn't take are shown too: nothing that is stored is hidden.
  const further = kindOfOutcome(kind).takes === 'arms' ? Object.entries(ARM_COLUMNS) : [];
  const columns = new Map([...further, ...fieldsOf(kind).map(({ name, column }) => [name, column] as const)]);
  return Object.fromEntries(
    [...columns].flatMap(([name, column]) => {
      const value = numbers[name];
      return typeof value === 'number' ? [[column, String(value)] as const] : [];
    }),
  );
}

/** What stands in the columns of an estimate. */
export function estimateCells({
  estimate,
  lower,
  upper,
  percentConfidence,
  isRatio,
}: EstimateNumbers & { readonly percentConfidence: number }): Record<string, string> {
  return {
    ...{ estimate: String(estimate), lower: String(lower), upper: String(upper) },
    ...{ percent_confidence: String(percentConfidence), [RATIO]: isRatio ? 'yes' : 'no' },
  };
}
