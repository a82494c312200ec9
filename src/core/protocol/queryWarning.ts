/** What a person should know before trusting a search that was built from a question. */
export interface QueryWarning {
  readonly code: string;
  readonly slot: string | null;
  readonly message: string;
}
