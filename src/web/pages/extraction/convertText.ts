import type { ConversionField } from '#core/extraction/conversionField';
import { CONVERSION_FORMS, type Conversion } from '#core/extraction/conversionForms';
import type { ConversionRequest } from '#core/extraction/convert';
import { numberText, readNumber } from './readNumber.ts';

/** A conversion as it stands in its form. */
export interface ConvertText {
  readonly conversion: Conversion;
  readonly texts: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** The form of a conversion, filled with what was given before, else with numbers that are known by the same names. */
export function convertText(
  conversion: Conversion,
  before: ConversionRequest | null,
  known: Readonly<Record<string, string>>,
): ConvertText {
  const given = before?.conversion === conversion ? before.given : null;
  const textOf = ({ name, usual }: ConversionField) =>
    given ? numberText(given[name] ?? null) : known[name] || numberText(usual ?? null);
  const texts = Object.fromEntries(CONVERSION_FORMS[conversion].fields.map(field => [field.name, textOf(field)]));
  // Decimals that a number no longer shows were printed all the same.
  for (const { name, decimalsOf } of CONVERSION_FORMS[conversion].fields) {
    const value = decimalsOf === undefined ? undefined : given?.[decimalsOf];
    if (decimalsOf !== undefined && value !== undefined) texts[decimalsOf] = value.toFixed(given?.[name] ?? 0);
  }
  return { conversion, texts, choices: given ? (before?.choices ?? {}) : {} };
}

/** What the form asks for: fields that are empty, or that can't be read, are not given. */
export function requestOf({ conversion, texts, choices }: ConvertText): ConversionRequest {
  const given = CONVERSION_FORMS[conversion].fields.flatMap(({ name, decimalsOf }): [string, number][] => {
    if (decimalsOf !== undefined) return [[name, decimalsIn(texts[decimalsOf] ?? '')]];
    const read = readNumber(texts[name] ?? '');
    return read.isRead && read.value !== null ? [[name, read.value]] : [];
  });
  return { conversion, given: Object.fromEntries(given), choices };
}

/** `12.50` was printed with two decimals, whatever their worth. */
function decimalsIn(text: string): number {
  return text.trim().split('.')[1]?.length ?? 0;
}

/** The fields that a person fills in. */
export function askedFields(conversion: Conversion): readonly ConversionField[] {
  return CONVERSION_FORMS[conversion].fields.filter(({ decimalsOf }) => decimalsOf === undefined);
}
