import { spellingsOf } from '#core/protocol/spellings';
import { phraseForms } from '#core/protocol/wordForms';
import { type RecordQueryNode, type WordsNode, wordsIn } from '#core/searching/finding/recordQuery';

/** Adds a value to the query's parameters and gives its place: `$3`. */
export type Bind = (value: unknown) => string;

/** How a search is asked for. */
export interface Asking {
  /**
   * `index`: what the index of words has is looked up there. `row`: the words of each record at hand are read, whatever an
   * index would have. `bound`: all that the index alone can tell, which finds as much or more: that words stand together, or
   * in the abstract, is read from each record that has them.
   */
  readonly by: 'index' | 'row' | 'bound';
  /** As the records that are found, beside a choice or a negation that isn't of words alone. */
  readonly isApart: boolean;
}

/**
 * A search among records as a condition on the table `record_index record`. Parts of words alone become one question to the
 * index. Within a choice or a negation that isn't of words alone they are asked for apart, as the records that they find:
 * as a condition on each record, its words would be read instead of the index.
 */
export function wordCondition(
  node: RecordQueryNode,
  bind: Bind,
  asking: Asking = { by: 'index', isApart: false },
): string {
  const asked = asking.by === 'row' || isInIndex(node) ? textQuery(node, asking.by === 'bound') : null;
  if (asked !== null) {
    const isFound = (row: string) => `${row}.words @@ to_tsquery('simple', ${bind(asked)})`;
    return asking.isApart && asking.by !== 'row'
      ? `record.record_id in (select one.record_id from record_index one where one.review_id = $1 and ${isFound('one')})`
      : isFound('record');
  }
  const apart = { ...asking, isApart: true };
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${joinedConditions(node.kind, node.parts, bind, node.kind === 'or' ? apart : asking).join(` ${node.kind} `)})`;
    case 'not':
      return `not ${wordCondition(node.part, bind, apart)}`;
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

function joinedConditions(kind: 'and' | 'or', parts: readonly RecordQueryNode[], bind: Bind, asking: Asking): string[] {
  const isAsked =
    kind === 'and' && parts.some(isInIndex) ? (part: RecordQueryNode) => textQuery(part) !== null : isInIndex;
  const asWords = parts.filter(isAsked);
  const others = parts.filter(part => !isAsked(part));
  return [
    ...(asWords.length > 0 ? [wordCondition({ kind, parts: asWords }, bind, asking)] : []),
    ...others.map(part => wordCondition(part, bind, asking)),
  ];
}

/** Whether more is asked of words than that they are there: the index can't tell, and each record that has them is read. */
export function isReadFromRecords(node: RecordQueryNode): boolean {
  switch (node.kind) {
    case 'words':
      return node.words.length > 1 || (node.field !== null && !isSigned(node));
    case 'not':
      return isReadFromRecords(node.part);
    case 'and':
    case 'or':
      return node.parts.some(isReadFromRecords);
    default:
      return false;
  }
}

/** As much of a search as the index alone can answer, so that it finds as much or more; null where that is everything. */
export function boundOf(node: RecordQueryNode): RecordQueryNode | null {
  if (!isReadFromRecords(node)) return node;
  switch (node.kind) {
    case 'and': {
      const parts = node.parts.map(boundOf).filter(part => part !== null);
      return parts.length > 0 ? { kind: 'and', parts } : null;
    }
    case 'or': {
      const parts = node.parts.map(boundOf).filter(part => part !== null);
      return parts.length === node.parts.length ? { kind: 'or', parts } : null;
    }
    case 'not':
      return null;
    default:
      return node;
  }
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
export function textQuery(node: RecordQueryNode, isBound = false): string | null {
  switch (node.kind) {
    case 'words':
      return wordsQuery(node, isBound);
    case 'not': {
      const part = textQuery(node.part, isBound);
      return part === null ? null : `!(${part})`;
    }
    case 'and':
    case 'or': {
      const parts = node.parts.map(part => textQuery(part, isBound));
      return parts.includes(null) ? null : `(${parts.join(node.kind === 'and' ? ' & ' : ' | ')})`;
    }
    default:
      return null;
  }
}

const signOf = (field: WordsNode['field']) => (field === null ? undefined : FIELD_SIGNS[field]);

/** Whether the index has these words with the sign of their field. */
const isSigned = ({ field, words }: WordsNode) => signOf(field) !== undefined && words.every(word => PLAIN.test(word));

function wordsQuery(node: WordsNode, isBound: boolean): string {
  const { words, field, isCutShort, isExact } = node;
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
    const sign = isSigned(node) ? signOf(field) : undefined;
    if (isBound) return `(${asWritten(sign ?? '', '').join(' & ')})`;
    const together = asWritten('', weight).join(' <-> ');
    if (!sign) return together;
    const signed = asWritten(sign, '').join(' & ');
    return parts.length === 1 ? signed : `(${signed} & (${together}))`;
  });
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' | ')})`;
}
