import type { FieldTag } from '#core/protocol/fieldTags';

export const OPERATORS = ['AND', 'OR', 'NOT'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Positions count UTF-16 units from 0; `end` is the first position after. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `[tiab]`, `[mh:noexp]`, `[tiab:~3]`; `field` is null when PubMed has no such tag. */
export interface Tag extends Span {
  readonly written: string;
  readonly field: FieldTag | null;
  readonly explode: boolean;
  /** How many other words may stand between the words of a proximity search. */
  readonly distance: number | null;
  /** What follows the colon and is neither `noexp`, `exp` nor `~number`. */
  readonly unread: string | null;
}

export interface Word extends Span {
  readonly text: string;
}

/** One thing looked up: a word, a run of words, a quoted phrase, a date range, or a line of the search history. */
export interface Term extends Span {
  readonly kind: 'term';
  readonly lead: string;
  readonly written: string;
  /** The words without quotes and tag. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly quoted: boolean;
  readonly tag: Tag | null;
  readonly range: { readonly from: string; readonly to: string } | null;
  /** `#3`: the number of a line of the search history. */
  readonly historyLine: number | null;
}

export interface Group extends Span {
  readonly kind: 'group';
  readonly lead: string;
  readonly inner: QueryNode | null;
  /** The white space before the closing parenthesis, and whether there is one. */
  readonly closingLead: string;
  readonly isClosed: boolean;
}

/** What has nothing to do where it stands (a parenthesis, operator or tag too many): kept, so that printing loses nothing. */
export interface Stray extends Span {
  readonly kind: 'stray';
  readonly lead: string;
  readonly written: string;
}

export interface Link extends Span {
  readonly operator: Operator;
  /** Empty when no operator is written and PubMed reads AND. */
  readonly written: string;
  readonly lead: string;
}

export interface ChainPart {
  /** Null before the first operand. */
  readonly link: Link | null;
  readonly operand: QueryNode;
}

/** Operands joined by operators of equal rank, read strictly from left to right as PubMed does. */
export interface Chain extends Span {
  readonly kind: 'chain';
  readonly parts: readonly ChainPart[];
}

export type QueryNode = Term | Group | Stray | Chain;

export interface QueryTree {
  readonly source: string;
  /** Null when nothing but white space was given. */
  readonly root: QueryNode | null;
  /** White space after the last sign. */
  readonly trail: string;
}

export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One mistake or surprise, with where it stands; `line` and `column` count from 1. */
export interface QueryProblem extends Span {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
  /** What to write in place of `start`–`end`. */
  readonly repair?: string;
}

/** A problem before its line and column are counted. */
export type FoundProblem = Omit<QueryProblem, 'line' | 'column'>;

export function termsOf(node: QueryNode | null): readonly Term[] {
  if (node === null || node.kind === 'stray') return [];
  if (node.kind === 'term') return [node];
  if (node.kind === 'group') return termsOf(node.inner);
  return node.parts.flatMap(part => termsOf(part.operand));
}
