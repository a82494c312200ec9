import type { TextTable } from '#core/certainty/findingsTable';

export interface PublishedFigure {
  readonly name: string;
  readonly caption: string;
  readonly svg: string;
}

/** All that the public page of a review shows, copied when it is published. People are in it by number alone. */
export interface PublishedReview {
  readonly title: string;
  readonly slots: readonly { readonly slot: string; readonly text: string }[];
  /** What was found, in sentences of the Results: of the protocol's analyses first. */
  readonly answer: readonly string[];
  /** Numbers of the flow in their order. */
  readonly steps: readonly { readonly n: number; readonly what: string; readonly more: string }[];
  readonly figures: readonly PublishedFigure[];
  readonly findings: TextTable;
  readonly characteristics: TextTable;
  readonly excluded: TextTable;
  readonly searches: TextTable;
  readonly references: readonly string[];
  readonly deviations: readonly { readonly on: string; readonly what: string; readonly reason: string }[];
  /** Roles of CRediT that the log supports, by person. */
  readonly people: readonly { readonly personId: string; readonly roles: readonly string[] }[];
  readonly chain: { readonly events: number; readonly fingerprint: string; readonly sentence: string };
  /** Files to take along, as texts. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What people are called who didn't agree to be named. */
export const UNNAMED = 'A member of the team';
