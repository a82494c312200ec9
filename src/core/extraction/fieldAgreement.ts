import type { ComparedPlace } from '#core/extraction/compareSheets';
import { agreementOf } from '#core/screening/agreement';

export interface FieldAgreement {
  readonly group: string;
  readonly label: string;
  /** How often both wrote the same, of how often at least one wrote something. */
  readonly agreed: number;
  readonly asked: number;
  /** Cohen's kappa over the words written, where words were to be chosen and both chose; null where it is not estimable. */
  readonly kappa: number | null;
}

/**
 * How far two blind extractors agreed before anything was settled, by field and by outcome: a share of the places where at least one
 * of them wrote something, so that places both left empty don't flatter it. Kappa for fields in `words` alone (Cohen 1960,
 * doi:10.1177/001316446002000104), as core/screening/agreement computes it. Not estimable (null) where chance agreement is whole.
 */
export function fieldAgreement(
  compared: readonly (readonly ComparedPlace[])[],
  words: ReadonlySet<string>,
): FieldAgreement[] {
  const groups = new Map<string, ComparedPlace[]>();
  for (const place of compared.flat()) groups.set(place.group, [...(groups.get(place.group) ?? []), place]);
  return [...groups].map(([group, places]) => ({
    group,
    label: places[0]?.label ?? '',
    agreed: places.filter(place => place.isSame).length,
    asked: places.length,
    kappa: words.has(group) ? kappaOf(places) : null,
  }));
}

function kappaOf(places: readonly ComparedPlace[]): number | null {
  const pairs = places.flatMap(({ texts: [one, other] }) => (one !== null && other !== null ? [[one, other]] : []));
  const said = [...new Set(pairs.flat())].sort();
  if (said.length < 2) return null;
  const table = said.map(row => said.map(column => pairs.filter(([a, b]) => a === row && b === column).length));
  const { kappa } = agreementOf(table);
  return kappa.estimable ? kappa.value.kappa : null;
}
