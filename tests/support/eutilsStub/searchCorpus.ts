import { evaluateQuery } from '#core/protocol/evaluateQuery';
import type { EvaluationContext } from '#core/protocol/evaluationContext';
import { FIELDS } from '#core/protocol/fieldTags';
import { matchTerm } from '#core/protocol/matchTerm';
import { parseQuery } from '#core/protocol/parseQuery';
import { type QueryNode, type Term, termsOf } from '#core/protocol/queryTree';
import type { CorpusArticle } from './corpus.js';

export interface CorpusSearch {
  /** Newest first. */
  readonly pmids: readonly string[];
  readonly translation: string;
  readonly fieldsNotFound: readonly string[];
  readonly quotedPhrasesNotFound: readonly string[];
}

/** Finds articles as PubMed does, and says how the search was read. */
export function searchCorpus(
  term: string,
  corpus: ReadonlyMap<string, CorpusArticle>,
  context: (pmid: string) => EvaluationContext,
): CorpusSearch {
  const { tree } = parseQuery(term);
  const articles = [...corpus.values()];
  const pmids = articles
    .filter(({ record, pmid }) => evaluateQuery(tree, record, context(pmid)))
    .map(({ pmid }) => pmid)
    .sort((one, other) => Number(other) - Number(one));
  const terms = termsOf(tree.root);
  const isDead = (each: Term) =>
    each.historyLine === null &&
    isWords(each) &&
    !articles.some(({ record, pmid }) => matchTerm(each, record, context(pmid)));
  return {
    pmids,
    translation: tree.root === null ? '' : translated(tree.root),
    fieldsNotFound: terms.flatMap(({ tag }) => (tag && tag.field === null ? [tag.written.slice(1, -1)] : [])),
    quotedPhrasesNotFound: terms.filter(isDead).map(({ text, tag }) => `"${text}"${tag ? tag.written : ''}`),
  };
}

function isWords({ tag }: Term): boolean {
  return (
    tag === null || tag.field === null || FIELDS[tag.field].kind === 'text' || FIELDS[tag.field].kind === 'heading'
  );
}

/** The search with long names of fields, as `querytranslation` gives it back. */
function translated(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return translatedTerm(node);
    case 'stray':
      return '';
    case 'group':
      return node.inner === null ? '' : `(${translated(node.inner)})`;
    case 'chain':
      return node.parts.map(({ link, operand }) => (link ? ` ${link.operator} ` : '') + translated(operand)).join('');
    default:
      return node satisfies never;
  }
}

function translatedTerm(term: Term): string {
  const field = term.tag?.field ?? 'all';
  const suffix =
    term.tag?.explode === false
      ? ':noexp'
      : term.tag !== null && term.tag.distance !== null
        ? `:~${term.tag.distance}`
        : '';
  if (FIELDS[field].kind === 'date') {
    const from = term.range?.from ?? term.text;
    const to = term.range?.to ?? term.text;
    return `${padded(from, '01/01')}:${padded(to, '12/31')}[${FIELDS[field].longName}]`;
  }
  const text = term.text.toLowerCase();
  return `${text.includes('*') || term.range ? text : `"${text}"`}[${FIELDS[field].longName}${suffix}]`;
}

function padded(date: string, rest: string): string {
  const [year = '', month = rest.slice(0, 2), day = rest.slice(3)] = date.split('/');
  return `${year}/${month}/${day}`;
}
