import { presentText } from '#core/searching/plainText';

/** One tagged value of a record; lines that continue it are joined with line feeds. */
export interface TaggedField {
  readonly tag: string;
  value: string;
}

/** A record in a tagged format: fields in the order of the file. */
export interface TaggedRecord {
  readonly line: number;
  readonly fields: TaggedField[];
}

/** A record's fields by tag, which remembers what was asked for: the rest is kept as raw. */
export interface FieldReader {
  /** All values of the tags, in the order of the tags given. */
  readonly all: (...tags: readonly string[]) => string[];
  /** The first value of the first tag that has one. */
  readonly first: (...tags: readonly string[]) => string | null;
  /** The values as the file has them, line by line. */
  readonly lines: (...tags: readonly string[]) => string[];
  /** Everything under tags that were not asked for. */
  readonly rest: () => Record<string, string[]>;
}

export function createFieldReader(fields: readonly TaggedField[]): FieldReader {
  const byTag = new Map<string, string[]>();
  for (const { tag, value } of fields) {
    const values = byTag.get(tag);
    if (values) values.push(value);
    else byTag.set(tag, [value]);
  }
  const asked = new Set<string>();
  // Identifiers are looked for in many fields, again and again: each value is made plain once.
  const plain = new Map<string, string | null>();
  const present = (value: string): string | null => {
    const known = plain.get(value);
    if (known !== undefined) return known;
    const read = presentText(value);
    plain.set(value, read);
    return read;
  };
  const values = (tags: readonly string[]): string[] =>
    tags.flatMap(tag => {
      asked.add(tag);
      return byTag.get(tag) ?? [];
    });
  return {
    all: (...tags) => values(tags).flatMap(value => present(value) ?? []),
    first(...tags) {
      for (const value of values(tags)) {
        const read = present(value);
        if (read) return read;
      }
      return null;
    },
    lines: (...tags) => values(tags).flatMap(value => value.split('\n').flatMap(part => present(part) ?? [])),
    rest() {
      const raw: Record<string, string[]> = {};
      for (const [tag, found] of byTag) {
        if (asked.has(tag)) continue;
        const kept = found.flatMap(value => present(value) ?? []);
        if (kept.length > 0) raw[tag] = kept;
      }
      return raw;
    },
  };
}
