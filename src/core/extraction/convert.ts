import { type Estimable, notEstimable } from '#core/estimable';
import type { ConversionField, ConversionForm, FieldRule } from '#core/extraction/conversionField';
import { CONVERSION_FORMS, type Conversion } from '#core/extraction/conversionForms';
import { ARM_CONVERTERS } from '#core/extraction/convertArm';
import { DESIGN_CONVERTERS } from '#core/extraction/convertDesign';
import { ESTIMATE_CONVERTERS } from '#core/extraction/convertEstimate';
import { PLAIN_CONVERTERS } from '#core/extraction/convertPlain';
import type { ArmNumbers, EstimateNumbers } from '#core/extraction/impossibleResult';
import type { NamedNumbers } from '#core/extraction/kinds/numberField';

/** What a report gives, and what it is to be turned into. */
export interface ConversionRequest {
  readonly conversion: Conversion;
  /** Numbers by the names of the conversion's fields. */
  readonly given: Readonly<Record<string, number>>;
  /** By the names of the conversion's choices; one that is missing is the usual one. */
  readonly choices: Readonly<Record<string, string>>;
}

/** How the numbers in use came from what the report gives. */
export interface Provenance extends ConversionRequest {
  /** In plain words: `SD 4.2 from SE 0.6 and n = 49`. */
  readonly sentence: string;
  /** What had to be taken for granted: `r = 0.5`. */
  readonly assumptions: readonly string[];
  readonly source: string;
}

export type ConvertedNumbers =
  | { readonly of: 'arm'; readonly numbers: ArmNumbers }
  | { readonly of: 'whole'; readonly numbers: NamedNumbers }
  | { readonly of: 'estimate'; readonly numbers: EstimateNumbers & { readonly percentConfidence: number } };

export type Converted = ConvertedNumbers & { readonly provenance: Provenance };

/** What a conversion hands back, before it is put together with what it was asked. */
export type Worked = ConvertedNumbers & Pick<Provenance, 'sentence' | 'assumptions' | 'source'>;

/** The numbers given, all checked; `has` for those that may be missing. */
export interface Given {
  readonly of: (name: string) => number;
  readonly has: (name: string) => boolean;
  readonly choice: (name: string) => string;
}

export type Converter = (given: Given) => Estimable<Worked>;

const RULES: Readonly<Record<FieldRule, { holds: (value: number) => boolean; words: string }>> = {
  any: { holds: () => true, words: 'a number' },
  'at-least-0': { holds: value => value >= 0, words: '0 or more' },
  icc: { holds: value => value >= 0 && value < 1, words: 'from 0 to below 1' },
  'above-0': { holds: value => value > 0, words: 'above 0' },
  persons: { holds: value => value >= 1, words: 'at least 1' },
  whole: { holds: value => Number.isInteger(value) && value >= 0 && value <= 6, words: 'a whole number from 0 to 6' },
  percent: { holds: value => value >= 0 && value <= 100, words: 'from 0 to 100' },
  confidence: { holds: value => value > 50 && value < 100, words: 'between 50 and 100' },
  p: { holds: value => value > 0 && value < 1, words: 'between 0 and 1' },
  correlation: { holds: value => value > -1 && value < 1, words: 'between −1 and 1' },
};

/**
 * The numbers that a synthesis uses, from what a report gives instead, with how they were made: one function for the
 * page, which shows it at once, and for the server, which stores nothing that doesn't follow. Scale: the outcome's own;
 * ratios are not on the log scale. Not estimable: the reason in words for people, with the field that is wrong. Each
 * conversion's source stands in its provenance; the formulas in `conversions/` agree with the reference cases.
 */
export function convert(request: ConversionRequest): Estimable<Converted> {
  const form = CONVERSION_FORMS[request.conversion];
  const because = whyUnfit(form, request);
  if (because !== null) return notEstimable(because);
  const choices = Object.fromEntries(
    form.choices.map(({ name, options }) => [name, request.choices[name] ?? options[0]?.value ?? '']),
  );
  const { given, conversion } = request;
  const reader: Given = {
    of: name => given[name] ?? Number.NaN,
    has: name => given[name] !== undefined,
    choice: name => choices[name] ?? '',
  };
  const worked = { ...ARM_CONVERTERS, ...ESTIMATE_CONVERTERS, ...DESIGN_CONVERTERS, ...PLAIN_CONVERTERS }[conversion](
    reader,
  );
  if (!worked.estimable) return worked;
  const { sentence, assumptions, source, ...numbers } = worked.value;
  if (!areUsable(numbers)) return notEstimable('These numbers give no usable result. Is one of them misread?');
  return {
    estimable: true,
    value: { ...numbers, provenance: { conversion, given, choices, sentence, assumptions, source } },
  };
}

function whyUnfit(form: ConversionForm, { given, choices }: ConversionRequest): string | null {
  const unknown = Object.keys(given).find(name => !form.fields.some(field => field.name === name));
  if (unknown !== undefined) return `“${form.title}” takes no number called ${unknown}.`;
  const strange = Object.entries(choices).find(
    ([name, value]) =>
      !form.choices.some(choice => choice.name === name && choice.options.some(option => option.value === value)),
  );
  if (strange) return `“${form.title}” has no choice ${strange.join(' ')}.`;
  const problems = form.fields.map(field => whyNotValue(field, given[field.name]));
  return problems.find(problem => problem !== null) ?? null;
}

function whyNotValue({ label, rule, isOptional }: ConversionField, value: number | undefined): string | null {
  if (value === undefined) return isOptional ? null : `${label}: not given yet.`;
  return Number.isFinite(value) && RULES[rule].holds(value) ? null : `${label}: must be ${RULES[rule].words}.`;
}

function areUsable(result: ConvertedNumbers): boolean {
  const isNumber = (value: unknown) => typeof value !== 'number' || Number.isFinite(value);
  if (!Object.values(result.numbers).every(isNumber)) return false;
  if (result.of === 'estimate') return result.numbers.lower < result.numbers.upper;
  if (result.of === 'whole') return true;
  const { standardDeviation } = result.numbers;
  return standardDeviation === null || standardDeviation > 0;
}

/** Whether numbers are those of a conversion, but for the last digits that a transport may lose. */
export function followFrom(converted: ConvertedNumbers, numbers: object): boolean {
  const said = new Map<string, unknown>(Object.entries(numbers));
  return Object.entries(converted.numbers).every(([name, value]) => {
    const other = said.get(name);
    if (typeof value !== 'number' || typeof other !== 'number') return other === value;
    return Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other));
  });
}
