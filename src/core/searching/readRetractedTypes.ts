import type { Retraction, Term } from '#core/searching/record';

/**
 * What types and title say of a withdrawal in formats that have no links: databases list `Retracted Publication` among
 * the types, and publishers put `RETRACTED:` before the title. A notice of retraction is no retracted report.
 */
export function readRetractedTypes(types: readonly Term[], title: string | null): Retraction {
  const named = (pattern: RegExp): boolean => types.some(type => pattern.test(type.name));
  const isNotice =
    named(/^(?:retraction(?: of publication| notice)?)$/i) ||
    /^(?:retraction(?: note| notice)?\s*(?::|to\b|of\b))/i.test(title ?? '');
  return {
    isRetracted: named(/^retracted (?:publication|article)$/i) || /^\W*retracted(?: article)?\W*:/i.test(title ?? ''),
    isNotice,
    concern: named(/^expression of concern$/i),
    retractedBy: [],
    retracts: [],
  };
}
