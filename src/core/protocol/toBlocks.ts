import { FIELDS } from '#core/protocol/fieldTags';
import type { Operator, QueryNode, QueryTree, Span } from '#core/protocol/queryTree';

/** One row of a block: a term, or a part in parentheses that is more than a list of alternatives. */
export interface BlockLine extends Span {
  readonly text: string;
  readonly operator: Operator | null;
  readonly field: string | null;
}

/** A search as a person sees it: blocks one below the other, joined from the top down. */
export interface QueryBlock extends Span {
  /** How the block joins all above it; null for the first. */
  readonly operator: Operator | null;
  readonly text: string;
  readonly lines: readonly BlockLine[];
}

/** The blocks of a search: the operands of its outermost chain, and in each its alternatives. */
export function toBlocks(tree: QueryTree): readonly QueryBlock[] {
  const outermost = unwrapped(tree.root);
  if (outermost === null) return [];
  const cut = (node: QueryNode) => tree.source.slice(node.start, node.end);
  const parts =
    outermost.kind === 'chain' && outermost.parts.some(part => part.link?.operator !== 'OR' && part.link !== null)
      ? outermost.parts
      : [{ link: null, operand: outermost }];
  return parts
    .filter(({ operand }) => operand.kind !== 'stray')
    .map(({ link, operand }) => ({
      operator: link?.operator ?? null,
      text: cut(operand),
      start: operand.start,
      end: operand.end,
      lines: linesOf(operand, null, cut),
    }));
}

function linesOf(node: QueryNode, operator: Operator | null, cut: (node: QueryNode) => string): readonly BlockLine[] {
  const inner = unwrapped(node);
  if (inner === null || inner.kind === 'stray') return [];
  if (inner.kind === 'chain') {
    return inner.parts.flatMap(({ link, operand }) => {
      const opened = unwrapped(operand);
      const isAlternatives =
        opened?.kind === 'chain' && opened.parts.every(part => part.link === null || part.link.operator === 'OR');
      const joined = link?.operator ?? operator;
      if (isAlternatives && (joined === null || joined === 'OR')) return linesOf(operand, joined, cut);
      return operand.kind === 'stray' ? [] : [lineOf(operand, joined, cut)];
    });
  }
  return [lineOf(inner, operator, cut)];
}

function lineOf(node: QueryNode, operator: Operator | null, cut: (node: QueryNode) => string): BlockLine {
  const field = node.kind === 'term' && node.tag?.field ? FIELDS[node.tag.field].longName : null;
  return { text: cut(node), operator, field, start: node.start, end: node.end };
}

/** Without the parentheses around the whole. */
function unwrapped(node: QueryNode | null): QueryNode | null {
  return node?.kind === 'group' ? unwrapped(node.inner) : node;
}
