/** What a protocol is made from: nothing of anybody's decisions, so that everybody in the team may read it. */
export interface ProtocolFacts {
  readonly title: string;
  readonly startedOn: string;
  readonly frame: string | null;
  readonly questionTitle: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly searchString: string;
  readonly sources: readonly string[];
  readonly team: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly screening: readonly string[];
  readonly outcomes: readonly string[];
  readonly characteristics: readonly string[];
  readonly plannedCharacteristics: readonly string[];
  readonly tools: readonly string[];
  /** The Methods' sentences of analyses that the protocol locks. */
  readonly synthesis: readonly string[];
  readonly thresholds: readonly string[];
}
