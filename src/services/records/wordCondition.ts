import { spellingsOf } from '#core/protocol/spellings';
import { phraseForms } from '#core/protocol/wordForms';
import { type RecordQueryNode, type WordsNode, wordsIn } from '#core/searching/finding/recordQuery';

/** Adds a value to the query's parameters and gives its place: `$3`. */
export type Bind = (value: unknown) => string;

/**
 * A search among records as a condition on the table `record_index record`. Parts of words alone become one question to the
 * index. Within a choice or a negation that isn't of words alone they are asked for apart, as the records that they find:
 * as a condition on each record, its words would be read instead of the index.
 */
export function wordCondition(node: RecordQueryNode, bind: Bind, isApart = false): string {
  const asked = isInIndex(node) ? textQuery(node) : null;
  if (asked !== null) {
    const isFound = (row: string) => `${row}.words @@ to_tsquery('simple', ${bind(asked)})`;
    return isApart
      ? `record.record_id in (select one.record_id from record_index one where one.review_id = $1 and ${isFound('one')})`
      : isFound('record');
  }
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${joinedConditions(node.kind, node.parts, bind, isApart || node.kind === 'or').join(` ${node.kind} `)})`;
    case 'not':
      return `not ${wordCondition(node.part, bind, true)}`;
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
        where one.review_id = $1 and one.${node.kind} = ${bind(node.value)})`;
    case 'words':
      throw new RangeError('wordCondition: words are a question to the index');
    default:
      return node satisfies never;
  }
}

function joinedConditions(
  kind: 'and' | 'or',
  parts: readonly RecordQueryNode[],
  bind: Bind,
  isApart: boolean,
): string[] {
  const isAsked =
    kind === 'and' && parts.some(isInIndex) ? (part: RecordQueryNode) => textQuery(part) !== null : isInIndex;
  const asWords = parts.filter(isAsked);
  const others = parts.filter(part => !isAsked(part));
  return [
    ...(asWords.length > 0 ? [wordCondition({ kind, parts: asWords }, bind, isApart)] : []),
    ...others.map(part => wordCondition(part, bind, isApart)),
  ];
}

/** Whether the index of words can answer by what it has: what no word leads to, as "NOT mice", it would have to go through. */
function isInIndex(node: RecordQueryNode): boolean {
  switch (node.kind) {
    case 'words':
      return true;
    case 'and':
      return textQuery(node) !== null && node.parts.some(isInIndex);
    case 'or':
      return node.parts.every(isInIndex);
    default:
      return false;
  }
}

const WEIGHTS = { title: 'A', abstract: 'B', author: 'C', journal: 'D' } as const;

/**
 * Words of short fields stand in the index a second time, with a sign before them (`field_words` in the database): in which
 * field a word stands is otherwise read from each record that has it anywhere, and most records of a review have its subject.
 */
const FIELD_SIGNS: Partial<Record<keyof typeof WEIGHTS, string>> = { title: 'ᴛ', author: 'ᴀ', journal: 'ᴊ' };

/** Words that PostgreSQL's parser leaves whole whatever stands before them. */
const PLAIN = /^[\p{L}\p{N}]+$/u;

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
    const asWritten = (before: string, after: string) =>
      parts.map((word, place) => {
        const mark = `${isCutShort && place === parts.length - 1 ? '*' : ''}${after}`;
        return `'${before}${word}'${mark === '' ? '' : `:${mark}`}`;
      });
    const together = asWritten('', weight).join(' <-> ');
    const sign = field === null ? undefined : FIELD_SIGNS[field];
    if (!sign || !parts.every(word => PLAIN.test(word))) return together;
    const signed = asWritten(sign, '').join(' & ');
    return parts.length === 1 ? signed : `(${signed} & (${together}))`;
  });
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' | ')})`;
}
