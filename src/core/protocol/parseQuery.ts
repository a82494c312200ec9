import { checkStructure } from '#core/protocol/checkStructure';
import { checkTerm } from '#core/protocol/checkTerm';
import { placeProblems } from '#core/protocol/placeProblems';
import {
  type ChainPart,
  type FoundProblem,
  type Group,
  type Link,
  type QueryNode,
  type QueryProblem,
  type QueryTree,
  type Stray,
  termsOf,
} from '#core/protocol/queryTree';
import { readTerm } from '#core/protocol/readTerm';
import { type Token, tokeniseQuery } from '#core/protocol/tokeniseQuery';
import { type TokenReader, tokenReader } from '#core/protocol/tokenReader';

export interface ParsedQuery {
  readonly tree: QueryTree;
  /** In the order of their places. */
  readonly problems: readonly QueryProblem[];
}

/** No search that a person can read is nested deeper; beyond it parentheses are not followed. */
const DEEPEST = 200;

/**
 * Reads any text as a PubMed search: operators of equal rank from left to right, parentheses first, words without an
 * operator between them joined by AND. Never refuses: what can't be read is kept as stray, and named with its place.
 */
export function parseQuery(text: string): ParsedQuery {
  const { tokens, trail, problems: misread } = tokeniseQuery(text);
  const found: FoundProblem[] = [...misread];
  const root = readChain(tokenReader(tokens), 0, found);
  const tree: QueryTree = { source: text, root, trail };
  for (const term of termsOf(root)) found.push(...checkTerm(term));
  found.push(...checkStructure(tree));
  return { tree, problems: placeProblems(text, found) };
}

function readChain(reader: TokenReader, depth: number, found: FoundProblem[]): QueryNode | null {
  const parts: ChainPart[] = [];
  let link: Token | null = null;
  const add = (operand: QueryNode): void => {
    parts.push({ link: parts.length === 0 ? null : linkBefore(operand, link), operand });
    link = null;
  };
  for (let token = reader.peek(); token; token = reader.peek()) {
    if (token.kind === 'operator') {
      reader.take();
      if (parts.length === 0 || link !== null) {
        found.push(operatorTooMany(token, parts.length === 0));
        add(strayOf(token));
      } else link = token;
    } else if (token.kind === 'open' && depth >= DEEPEST) {
      reader.take();
      found.push({
        code: 'too-deep',
        severity: 'error',
        ...spanOf(token),
        message: 'Parentheses are nested too deep here.',
      });
      add(strayOf(token));
    } else if (token.kind === 'open') {
      add(readGroup(reader, depth, found));
    } else if (token.kind === 'close') {
      if (depth > 0) break;
      reader.take();
      found.push({
        code: 'stray-parenthesis',
        severity: 'error',
        ...spanOf(token),
        message: 'This ) closes nothing.',
        repair: '',
      });
      add(strayOf(token));
    } else if (token.kind === 'tag' || token.kind === 'colon') {
      reader.take();
      found.push(strandedSign(token, parts.at(-1)?.operand ?? null));
      add(strayOf(token));
    } else add(readTerm(reader));
  }
  if (link !== null) {
    const dangling: Token = link;
    found.push({
      code: 'trailing-operator',
      severity: 'error',
      ...spanOf(dangling),
      message: `Nothing follows this ${dangling.written}.`,
      repair: '',
    });
    add({ kind: 'stray', lead: '', written: '', start: dangling.end, end: dangling.end });
  }
  const [first, second] = parts;
  if (!first) return null;
  return second
    ? { kind: 'chain', parts, start: first.operand.start, end: parts.at(-1)?.operand.end ?? first.operand.end }
    : first.operand;
}

function readGroup(reader: TokenReader, depth: number, found: FoundProblem[]): Group {
  const open = reader.take();
  if (!open) throw new RangeError('readGroup: called where no parenthesis opens');
  const inner = readChain(reader, depth + 1, found);
  const close = reader.take();
  if (!close) {
    found.push({
      code: 'unclosed-parenthesis',
      severity: 'error',
      ...spanOf(open),
      message: 'This ( is never closed.',
    });
  } else if (inner === null) {
    found.push({
      code: 'empty-parentheses',
      severity: 'error',
      start: open.start,
      end: close.end,
      message: 'These parentheses hold nothing.',
      repair: '',
    });
  }
  return {
    kind: 'group',
    lead: open.lead,
    inner,
    closingLead: close?.lead ?? '',
    isClosed: close !== undefined,
    start: open.start,
    end: close?.end ?? inner?.end ?? open.end,
  };
}

function linkBefore(operand: QueryNode, token: Token | null): Link {
  if (token === null) return { operator: 'AND', written: '', lead: '', start: operand.start, end: operand.start };
  return { operator: token.operator ?? 'AND', written: token.written, lead: token.lead, ...spanOf(token) };
}

function operatorTooMany(token: Token, isFirst: boolean): FoundProblem {
  return {
    code: isFirst ? 'leading-operator' : 'doubled-operator',
    severity: 'error',
    ...spanOf(token),
    message: isFirst
      ? `Nothing stands before this ${token.written}.`
      : `This ${token.written} follows another operator.`,
    repair: '',
  };
}

function strandedSign(token: Token, before: QueryNode | null): FoundProblem {
  const followsGroup = token.kind === 'tag' && before?.kind === 'group';
  return {
    code: followsGroup ? 'tag-on-parentheses' : 'stranded-tag',
    severity: 'error',
    ...spanOf(token),
    message: followsGroup
      ? 'A tag does not reach into parentheses: write it after each word or phrase inside them.'
      : `No word stands before this ${token.written}.`,
    repair: '',
  };
}

function strayOf(token: Token): Stray {
  return { kind: 'stray', lead: token.lead, written: token.written, ...spanOf(token) };
}

function spanOf(token: Token): { start: number; end: number } {
  return { start: token.start, end: token.end };
}
