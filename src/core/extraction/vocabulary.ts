/** The words of extraction that are stored and sent. */

/**
 * What kind of numbers a study gives on an outcome: by arm (events, means, events over time), its own estimate, or the study
 * as a whole: one group's share, rate or mean, a correlation, the reliability of a scale, a change, the four counts of a test
 * against the truth (accuracy), or cases by level of exposure (dose-response). `OUTCOME_KIND_TABLE` says what each takes.
 */
export const OUTCOME_KINDS = [
  'dichotomous',
  'continuous',
  'rate',
  'time-to-event',
  'generic',
  'proportion',
  'single-rate',
  'single-mean',
  'pre-post',
  'correlation',
  'reliability',
  'accuracy',
  'dose-response',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Kinds whose numbers belong to arms: only these compare one arm with another. */
export const ARM_OUTCOME_KINDS = ['dichotomous', 'continuous', 'rate'] as const satisfies readonly OutcomeKind[];
export type ArmOutcomeKind = (typeof ARM_OUTCOME_KINDS)[number];

export function isByArm(kind: OutcomeKind): kind is ArmOutcomeKind {
  return ARM_OUTCOME_KINDS.some(one => one === kind);
}

/** Kinds of which a study gives one estimate with its interval. */
export const ESTIMATE_OUTCOME_KINDS = ['generic', 'time-to-event'] as const satisfies readonly OutcomeKind[];
export type EstimateOutcomeKind = (typeof ESTIMATE_OUTCOME_KINDS)[number];

export function isEstimated(kind: OutcomeKind): kind is EstimateOutcomeKind {
  return ESTIMATE_OUTCOME_KINDS.some(one => one === kind);
}

/** Kinds of which a study gives a few numbers as a whole, no arm of it. */
export const PLAIN_OUTCOME_KINDS = [
  'proportion',
  'single-rate',
  'single-mean',
  'pre-post',
  'correlation',
  'reliability',
] as const satisfies readonly OutcomeKind[];
export type PlainOutcomeKind = (typeof PLAIN_OUTCOME_KINDS)[number];

export function isPlain(kind: OutcomeKind): kind is PlainOutcomeKind {
  return PLAIN_OUTCOME_KINDS.some(one => one === kind);
}

/** A characteristic of studies is a number (latitude) or a word (way of allocation). */
export const CHARACTERISTIC_KINDS = ['number', 'category'] as const;
export type CharacteristicKind = (typeof CHARACTERISTIC_KINDS)[number];

/** What stands in a field of the extraction form. A number, a category and yes or no may divide or explain effects. */
export const FIELD_KINDS = ['text', 'number', 'category', 'choices', 'date', 'yes-no'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** The parts of an extraction form, in the order of the page. Fields of the arms are asked of each arm. */
export const FORM_BLOCKS = ['study', 'population', 'arms', 'outcomes', 'funding', 'conflicts', 'notes'] as const;
export type FormBlock = (typeof FORM_BLOCKS)[number];

/** What of an extraction is edited as a table. */
export const EXTRACTION_TABLES = ['form', 'results'] as const;
export type ExtractionTable = (typeof EXTRACTION_TABLES)[number];

/** One person extracts, one extracts and another checks, or two extract blind and differences are settled. */
export const EXTRACTION_MODES = ['single', 'checked', 'double'] as const;
export type ExtractionMode = (typeof EXTRACTION_MODES)[number];
