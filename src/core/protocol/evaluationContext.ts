export interface EvaluationContext {
  /** The names (in small letters) of a heading and all narrower ones; itself alone when no tree is known. */
  readonly explode: (heading: string) => ReadonlySet<string>;
  /** Today as YYYYMMDD, for relative dates. */
  readonly today: number;
  /** Whether the record is in a line of the search history (`#3`). */
  readonly isInHistory: (line: number) => boolean;
}
