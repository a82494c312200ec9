/** The kinds of refusal that a caller can expect and a person can act on. `http` maps each to one status. */
export const PROBLEM_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-many',
  'upstream',
  'unavailable',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** One field that is wrong: `pointer` is a JSON pointer into the request, `detail` says what is wrong and how to right it. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * An expected refusal, in domain words: what happened, what is safe, what to do.
 * A mistake of our own is a RangeError or TypeError instead.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** Plain facts about the case for programs (ids, counts); never secrets, titles or e-mail addresses. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldProblem[];

  constructor(
    kind: ProblemKind,
    detail: string,
    facts: Readonly<Record<string, unknown>> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
    this.kind = kind;
    this.facts = facts;
    this.fields = fields;
  }
}
