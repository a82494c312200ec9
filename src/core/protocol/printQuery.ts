import type { QueryNode, QueryTree } from '#core/protocol/queryTree';

/** The search string of a tree, sign for sign as it was written. */
export function printQuery(tree: QueryTree): string {
  return (tree.root === null ? '' : printNode(tree.root)) + tree.trail;
}

function printNode(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
    case 'stray':
      return node.lead + node.written;
    case 'group': {
      const inner = node.inner === null ? '' : printNode(node.inner);
      return `${node.lead}(${inner}${node.closingLead}${node.isClosed ? ')' : ''}`;
    }
    case 'chain':
      return node.parts
        .map(({ link, operand }) => (link ? link.lead + link.written : '') + printNode(operand))
        .join('');
    default:
      return node satisfies never;
  }
}
