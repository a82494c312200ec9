import { CONVERSION_FORMS } from '#core/extraction/conversionForms';
import type { ConvertedResult } from '#core/extraction/convertedResults';

/** What must be known to judge a number that two studies may have converted in different ways. */
const kindOf = ({ provenance }: ConvertedResult): string => {
  if (provenance.conversion === 'unit-or-direction')
    return `Unit or direction as the review has it (${provenance.source})`;
  const { title } = CONVERSION_FORMS[provenance.conversion];
  const source = provenance.source.split(', doi:')[0] ?? provenance.source;
  return `${title} (${[source, ...provenance.assumptions.filter(one => one.startsWith('r ='))].join('; ')})`;
};

/** Footnotes of a figure: each way of converting once, with the studies that it was used for. */
export function convertedNotes(results: readonly ConvertedResult[]): string[] {
  const studiesBy = new Map<string, Set<string>>();
  for (const result of results) {
    const kind = kindOf(result);
    studiesBy.set(kind, (studiesBy.get(kind) ?? new Set()).add(result.label));
  }
  return [...studiesBy].map(([kind, labels]) => `† ${kind}: ${[...labels].join(', ')}.`);
}
