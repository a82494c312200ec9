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
  const values = (tags: readonly string[]): string[] =>
    tags.flatMap(tag => {
      asked.add(tag);
      return byTag.get(tag) ?? [];
    });
  return {
    all: (...tags) => values(tags).flatMap(value => presentText(value) ?? []),
    first(...tags) {
      for (const value of values(tags)) {
        const plain = presentText(value);
        if (plain) return plain;
      }
      return null;
    },
    lines: (...tags) => values(tags).flatMap(value => value.split('\n').flatMap(part => presentText(part) ?? [])),
    rest() {
      const raw: Record<string, string[]> = {};
      for (const [tag, found] of byTag) {
        if (asked.has(tag)) continue;
        const kept = found.flatMap(value => presentText(value) ?? []);
        if (kept.length > 0) raw[tag] = kept;
      }
      return raw;
    },
  };
}
