/** Where a word may be asked to stand. */
export const RECORD_FIELDS = ['title', 'abstract', 'author', 'journal', 'year', 'doi', 'pmid'] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** Words that stand one behind the other; the last of them may be cut short. */
export interface WordsNode {
  readonly kind: 'words';
  /** Null: title, abstract, authors, journal. */
  readonly field: Exclude<RecordField, 'year' | 'doi' | 'pmid'> | null;
  readonly words: readonly string[];
  readonly isCutShort: boolean;
  /** In quotes: the words as they are, without their other spellings and numbers. */
  readonly isExact: boolean;
}

export interface YearNode {
  readonly kind: 'year';
  readonly from: number | null;
  readonly to: number | null;
}

export interface IdentifierNode {
  readonly kind: 'doi' | 'pmid';
  readonly value: string;
}

export interface JoinedNode {
  readonly kind: 'and' | 'or';
  readonly parts: readonly RecordQueryNode[];
}

export interface NotNode {
  readonly kind: 'not';
  readonly part: RecordQueryNode;
}

export type RecordQueryNode = WordsNode | YearNode | IdentifierNode | JoinedNode | NotNode;

export interface RecordQueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface RecordQuery {
  /** Null: nothing is asked, so all records are meant. */
  readonly root: RecordQueryNode | null;
  readonly problems: readonly RecordQueryProblem[];
}

/** Signs that part words, in what is asked as in the index of the records (its trigger holds the same list). */
export const WORD_BREAKS = '-/.,;:()[]{}"\'`’‘“”„…&+=<>|\\*!?%#@~^_–—';

const BREAKS = new RegExp(`[\\s${WORD_BREAKS.replace(/[\\\]^-]/g, '\\$&')}]+`, 'u');

/** The words of a text as the index of the records has them. */
export function wordsIn(text: string): readonly string[] {
  return text.split(BREAKS).filter(word => word !== '');
}

/** The words that a search looks for, as marks in what it found: `*` where a word is cut short. */
export function soughtWords(node: RecordQueryNode | null): readonly WordsNode[] {
  if (node === null) return [];
  switch (node.kind) {
    case 'words':
      return [node];
    case 'and':
    case 'or':
      return node.parts.flatMap(soughtWords);
    case 'not':
    case 'year':
    case 'doi':
    case 'pmid':
      return [];
    default:
      return node satisfies never;
  }
}

/** Whether any words are asked for, those that must not be there among them. */
export function asksForWords(node: RecordQueryNode | null): boolean {
  switch (node?.kind) {
    case 'words':
      return true;
    case 'not':
      return asksForWords(node.part);
    case 'and':
    case 'or':
      return node.parts.some(asksForWords);
    default:
      return false;
  }
}
