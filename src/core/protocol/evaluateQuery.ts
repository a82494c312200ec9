import type { EvaluationContext } from '#core/protocol/evaluationContext';
import { matchTerm } from '#core/protocol/matchTerm';
import type { QueryNode, QueryTree } from '#core/protocol/queryTree';
import type { SearchableRecord } from '#core/protocol/searchableRecord';

/**
 * Whether a search finds a record, by PubMed's rules: operators of equal rank from left to right, words of a term with
 * field tag as a phrase, words without a tag each anywhere. Automatic mapping to headings is PubMed's own and not done.
 */
export function evaluateQuery(tree: QueryTree, record: SearchableRecord, context: EvaluationContext): boolean {
  return tree.root !== null && (holds(tree.root, record, context) ?? false);
}

/** Null for what says nothing, such as a stray sign. */
function holds(node: QueryNode, record: SearchableRecord, context: EvaluationContext): boolean | null {
  switch (node.kind) {
    case 'stray':
      return null;
    case 'group':
      return node.inner === null ? null : holds(node.inner, record, context);
    case 'term':
      return node.historyLine === null ? matchTerm(node, record, context) : context.isInHistory(node.historyLine);
    case 'chain':
      return node.parts.reduce<boolean | null>((sofar, { link, operand }) => {
        const next = holds(operand, record, context);
        if (next === null) return sofar;
        if (sofar === null) return link?.operator === 'NOT' ? !next : next;
        if (link?.operator === 'OR') return sofar || next;
        return link?.operator === 'NOT' ? sofar && !next : sofar && next;
      }, null);
    default:
      return node satisfies never;
  }
}
