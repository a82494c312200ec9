import type { Chain, ChainPart, FoundProblem, QueryNode, QueryTree } from '#core/protocol/queryTree';

/** What reads otherwise than it looks where terms are joined: order of evaluation, operators left out, NOT. */
export function checkStructure(tree: QueryTree): readonly FoundProblem[] {
  if (tree.root === null) {
    return [
      {
        code: 'empty',
        severity: 'error',
        start: 0,
        end: tree.source.length,
        message: 'There is nothing to search for.',
      },
    ];
  }
  return checkNode(tree.root, tree.source);
}

function checkNode(node: QueryNode, source: string): readonly FoundProblem[] {
  if (node.kind === 'group') return node.inner === null ? [] : checkNode(node.inner, source);
  if (node.kind !== 'chain') return [];
  return [
    ...checkOrder(node, source),
    ...checkMissing(node),
    ...node.parts.flatMap((part, index) => [
      ...checkNot(part, node.parts[index - 1]?.operand),
      ...checkNode(part.operand, source),
    ]),
  ];
}

function checkOrder(chain: Chain, source: string): readonly FoundProblem[] {
  const links = chain.parts.flatMap(part => (part.link && part.operand.kind !== 'stray' ? [part.link] : []));
  const surprise = links.find(link => (link.operator === 'OR') !== (links[0]?.operator === 'OR'));
  if (!surprise) return [];
  return [
    {
      code: 'mixed-operators',
      severity: 'warning',
      start: surprise.start,
      end: surprise.end,
      message: `PubMed reads strictly from left to right, here as ${shortened(leftToRight(chain, source))}. Set parentheses to say what you mean.`,
    },
  ];
}

/** The chain with the parentheses that PubMed's reading amounts to. */
export function leftToRight(chain: Chain, source: string): string {
  let text = '';
  let last: string | null = null;
  for (const { link, operand } of chain.parts) {
    const written = source.slice(operand.start, operand.end);
    if (link === null) text = written;
    else {
      if (last !== null && last !== link.operator) text = `(${text})`;
      text = `${text} ${link.operator} ${written}`;
      last = link.operator;
    }
  }
  return text;
}

function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 100)} … ${text.slice(-50)}`;
}

function checkMissing(chain: Chain): readonly FoundProblem[] {
  return chain.parts.flatMap(({ link, operand }, index) => {
    const before = chain.parts[index - 1]?.operand;
    if (link === null || link.written !== '' || operand.kind === 'stray' || !before || before.kind === 'stray')
      return [];
    return [
      {
        code: 'missing-operator',
        severity: 'warning' as const,
        start: before.end,
        end: operand.start,
        message: 'No operator stands here: PubMed reads AND.',
        repair: ' AND ',
      },
    ];
  });
}

function checkNot({ link, operand }: ChainPart, before: QueryNode | undefined): readonly FoundProblem[] {
  const term = operand.kind === 'group' && operand.inner?.kind === 'term' ? operand.inner : operand;
  if (term.kind !== 'term') return [];
  const isHumans = /^humans?$/i.test(term.text) && term.tag?.field === 'mh';
  if (link?.operator !== 'NOT') {
    // `humans[mh]` as one of many alternatives takes nothing away.
    if (!isHumans || link?.operator === 'OR') return [];
    return [
      {
        code: 'limit',
        severity: 'note',
        start: term.start,
        end: term.end,
        message: 'humans[mh] loses every record that is not yet indexed; NOT (animals[mh] NOT humans[mh]) keeps them.',
      },
    ];
  }
  // `animals[mh] NOT humans[mh]` is the inside of the double negation that loses nothing about humans.
  if (isHumans && before?.kind === 'term' && /^animals?$/i.test(before.text)) return [];
  const isAnimals = /^animals?$/i.test(term.text);
  return [
    {
      code: isAnimals ? 'not-animals' : 'not',
      severity: isAnimals ? 'warning' : 'note',
      start: link.start,
      end: operand.end,
      message: isAnimals
        ? 'This also loses studies of humans that are indexed under animals as well (humans are animals in MeSH).'
        : 'NOT loses every record that so much as mentions this.',
      ...(isAnimals ? { repair: 'NOT (animals[mh] NOT humans[mh])' } : {}),
    },
  ];
}
