import { parseQuery } from '#core/protocol/parseQuery';
import type { ChainPart, QueryNode, Term } from '#core/protocol/queryTree';
import { toCochrane } from '#core/protocol/translation/toCochrane';
import { toEmbase } from '#core/protocol/translation/toEmbase';
import { toOvid } from '#core/protocol/translation/toOvid';
import type { TranslateTerm } from '#core/protocol/translation/translatedTerm';

export const SEARCH_PLATFORMS = ['ovid', 'embase', 'cochrane'] as const;
export type SearchPlatform = (typeof SEARCH_PLATFORMS)[number];

export interface TranslatedQuery {
  readonly query: string;
  /** What a librarian must look at: what the other platform says differently, or can't say. */
  readonly warnings: readonly string[];
}

const TRANSLATORS: Readonly<Record<SearchPlatform, TranslateTerm>> = {
  ovid: toOvid,
  embase: toEmbase,
  cochrane: toCochrane,
};

/**
 * A PubMed search in the syntax of Ovid MEDLINE, Embase.com or the Cochrane Library. Every block stands in parentheses,
 * since those platforms don't read from left to right. A first draft for a librarian, not a finished strategy.
 */
export function translateQuery(text: string, platform: SearchPlatform): TranslatedQuery {
  const { tree, problems } = parseQuery(text);
  const warnings = new Set<string>();
  const faults = problems.filter(problem => problem.severity === 'error').length;
  if (faults > 0)
    warnings.add(
      `The PubMed string has ${faults} ${faults === 1 ? 'mistake' : 'mistakes'}: mend it before translating.`,
    );
  const translate = (term: Term): string => {
    const translated = TRANSLATORS[platform](term);
    for (const warning of translated.warnings) warnings.add(warning);
    return translated.text;
  };
  return { query: tree.root === null ? '' : written(tree.root, translate), warnings: [...warnings] };
}

function written(node: QueryNode, translate: (term: Term) => string): string {
  switch (node.kind) {
    case 'term':
      return translate(node);
    case 'stray':
      return '';
    case 'group': {
      const inner = node.inner === null ? '' : written(node.inner, translate);
      return inner === '' ? '' : `(${inner})`;
    }
    case 'chain':
      return chained(node.parts, translate);
    default:
      return node satisfies never;
  }
}

/** Left to right, with parentheses wherever the operator changes. */
function chained(parts: readonly ChainPart[], translate: (term: Term) => string): string {
  let text = '';
  let last: string | null = null;
  for (const { link, operand } of parts) {
    const next = written(operand, translate);
    if (next === '') continue;
    if (text === '') text = next;
    else {
      const operator = link?.operator ?? 'AND';
      if (last !== null && last !== operator) text = `(${text})`;
      text = `${text} ${operator} ${next}`;
      last = operator;
    }
  }
  return text;
}
