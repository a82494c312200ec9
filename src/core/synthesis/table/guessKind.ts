import { TABLE_KINDS, type TableKindName, tableKind } from '#core/synthesis/table/tableKinds';

/** A column's head as names are compared: lower case, letters and digits alone. */
export function plainHead(head: string): string {
  return head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which column of the table each number is in, as far as the heads tell: an exact short name wins over another name. */
export function guessColumns(kind: TableKindName, heads: readonly string[]): Record<string, number> {
  const plain = heads.map(plainHead);
  const taken = new Set<number>();
  const found: Record<string, number> = {};
  const take = (name: string, place: number) => {
    if (place < 0 || taken.has(place) || found[name] !== undefined) return;
    found[name] = place;
    taken.add(place);
  };
  const { columns } = tableKind(kind);
  for (const { name } of columns) take(name, plain.indexOf(name));
  for (const { name, alike } of columns)
    take(
      name,
      plain.findIndex((head, place) => !taken.has(place) && alike.includes(head)),
    );
  return found;
}

/** The kind whose needed columns the heads name best. */
export function guessKind(heads: readonly string[], without: readonly TableKindName[] = []): TableKindName {
  // The keys of the table of kinds.
  const names = (Object.keys(TABLE_KINDS) as TableKindName[]).filter(name => !without.includes(name));
  const score = (name: TableKindName) => {
    const found = guessColumns(name, heads);
    const needed = tableKind(name).columns.filter(({ isOptional }) => !isOptional);
    const known = needed.filter(one => found[one.name] !== undefined).length;
    const exact = needed.filter(one => heads.map(plainHead).includes(one.name)).length;
    return (known === needed.length ? 10 : 0) + known / needed.length + exact + needed.length / 100;
  };
  return names.reduce((best, name) => (score(name) > score(best) ? name : best));
}
