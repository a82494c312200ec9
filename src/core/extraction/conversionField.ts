import type { OutcomeKind } from '#core/extraction/vocabulary';

/** What a number of a report must be. */
export type FieldRule =
  | 'any'
  | 'above-0'
  | 'at-least-0'
  | 'icc'
  | 'persons'
  | 'whole'
  | 'percent'
  | 'confidence'
  | 'p'
  | 'correlation';

export interface ConversionField {
  readonly name: string;
  readonly label: string;
  readonly rule: FieldRule;
  readonly isOptional?: true;
  /** Where a form begins. */
  readonly usual?: number;
  /** Not asked for: the number of decimals with which another field was written. */
  readonly decimalsOf?: string;
}

export interface ConversionChoice {
  readonly name: string;
  readonly label: string;
  /** The first is the usual one. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** How one conversion is asked for: for which outcomes, from which numbers, with which choices. */
export interface ConversionForm {
  readonly title: string;
  readonly kind: OutcomeKind;
  readonly fields: readonly ConversionField[];
  readonly choices: readonly ConversionChoice[];
}

type Further = Partial<Omit<ConversionField, 'name' | 'label' | 'rule'>>;
/** A field as most forms need it. */
export const field = (name: string, label: string, rule: FieldRule, further: Further = {}): ConversionField => ({
  name,
  label,
  rule,
  ...further,
});

/** Fields and choices of several forms. */
export const TOTAL = field('total', 'Number of people', 'persons');
export const LEVEL = field('percentConfidence', 'Interval, %', 'confidence', { usual: 95 });

export const SCALE: ConversionChoice = {
  name: 'scale',
  label: 'The estimate is a',
  options: [
    { value: 'ratio', label: 'Ratio' },
    { value: 'difference', label: 'Difference' },
  ],
};
