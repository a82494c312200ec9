/** What a source says beyond the shape of a record, under the source's own names. */
export type RawFields = Record<string, string[]>;

/** Adds a value under a name. */
export function keepRaw(raw: RawFields, name: string, value: string): void {
  const before = raw[name];
  if (before) before.push(value);
  else raw[name] = [value];
}
