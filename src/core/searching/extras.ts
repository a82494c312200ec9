/** What is written beside a record, by name: decisions, labels, notes. `{ 'title and abstract': 'included' }` */
export type WriteExtras = Readonly<Record<string, string>>;

/** Each as one short line, `title and abstract: included`, by which reference managers can filter. */
export function extraLines(extras: WriteExtras): string[] {
  return Object.entries(extras)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
}
