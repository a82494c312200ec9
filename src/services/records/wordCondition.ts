import { spellingsOf } from '#core/protocol/spellings';
import { phraseForms } from '#core/protocol/wordForms';
import { type RecordQueryNode, type WordsNode, wordsIn } from '#core/searching/finding/recordQuery';

/** Adds a value to the query's parameters and gives its place: `$3`. */
export type Bind = (value: unknown) => string;

/** A search among records as a condition on the table `record_index record`. Parts of words alone become one question to the index. */
export function wordCondition(node: RecordQueryNode, bind: Bind): string {
  const asked = textQuery(node);
  if (asked !== null) return `record.words @@ to_tsquery('simple', ${bind(asked)})`;
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${joinedConditions(node.kind, node.parts, bind).join(` ${node.kind} `)})`;
    case 'not':
      return `not ${wordCondition(node.part, bind)}`;
    case 'year': {
      const bounds = [
        ...(node.from === null ? [] : [`record.year >= ${bind(node.from)}`]),
        ...(node.to === null ? [] : [`record.year <= ${bind(node.to)}`]),
      ];
      return `coalesce(${bounds.join(' and ')}, false)`;
    }
    case 'doi':
    case 'pmid':
      return `record.record_id in (select one.record_id from search_records one
        where one.review_id = record.review_id and one.${node.kind} = ${bind(node.value)})`;
    case 'words':
      throw new RangeError('wordCondition: words are a question to the index');
    default:
      return node satisfies never;
  }
}

function joinedConditions(kind: 'and' | 'or', parts: readonly RecordQueryNode[], bind: Bind): string[] {
  const asWords = parts.filter(part => textQuery(part) !== null);
  const others = parts.filter(part => textQuery(part) === null);
  return [
    ...(asWords.length > 0 ? [wordCondition({ kind, parts: asWords }, bind)] : []),
    ...others.map(part => wordCondition(part, bind)),
  ];
}

const WEIGHTS = { title: 'A', abstract: 'B', author: 'C', journal: 'D' } as const;

/** The same in PostgreSQL's own language for its index of words; null where there is more to it than words. */
export function textQuery(node: RecordQueryNode): string | null {
  switch (node.kind) {
    case 'words':
      return wordsQuery(node);
    case 'not': {
      const part = textQuery(node.part);
      return part === null ? null : `!(${part})`;
    }
    case 'and':
    case 'or': {
      const parts = node.parts.map(textQuery);
      return parts.includes(null) ? null : `(${parts.join(node.kind === 'and' ? ' & ' : ' | ')})`;
    }
    default:
      return null;
  }
}

function wordsQuery({ words, field, isCutShort, isExact }: WordsNode): string {
  const weight = field === null ? '' : WEIGHTS[field];
  const phrase = words.join(' ');
  // Nobody remembers whether it was a tumour or tumors: what is not in quotes is looked for in all its spellings.
  const forms = isExact ? [phrase] : spellingsOf(phrase).flatMap(form => (isCutShort ? [form] : phraseForms(form)));
  const alternatives = [...new Set(forms)].map(form => {
    const parts = wordsIn(form);
    return parts
      .map((word, place) => {
        const mark = `${isCutShort && place === parts.length - 1 ? '*' : ''}${weight}`;
        return `'${word}'${mark === '' ? '' : `:${mark}`}`;
      })
      .join(' <-> ');
  });
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' | ')})`;
}
