import {
  RECORD_FIELDS,
  type RecordField,
  type RecordQuery,
  type RecordQueryNode,
  type RecordQueryProblem,
  wordsIn,
} from '#core/searching/finding/recordQuery';

interface Token {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const FIELD_NAMES: Readonly<Record<string, RecordField>> = {
  ...Object.fromEntries(RECORD_FIELDS.map(field => [field, field])),
  ...{ ti: 'title', ab: 'abstract', authors: 'author', au: 'author', ta: 'journal', source: 'journal' },
  ...{ yr: 'year', dp: 'year', date: 'year' },
};

const FIELD_NAME = '[A-Za-z]+:';
const TOKEN = new RegExp(`\\s*(?:([()])|((?:-?${FIELD_NAME})?-?"[^"]*"?\\*?)|([^\\s()"]+))`, 'uy');

/**
 * A search among the records of a review: words, `"phrases"`, `cut*`, `title:word`, `year:2016-2026`, a DOI or a PMID,
 * joined by AND, OR and NOT in capitals (a minus does for NOT), with parentheses. Words side by side must all be there;
 * AND binds closer than OR. What can't be read is named with its place, and the rest is searched for all the same.
 */
export function parseRecordQuery(text: string): RecordQuery {
  const problems: RecordQueryProblem[] = [];
  const reader = { tokens: tokenise(text), place: 0 };
  const parts: RecordQueryNode[] = [];
  while (reader.place < reader.tokens.length) {
    const part = readOr(reader, problems);
    if (part) parts.push(part);
    const next = reader.tokens[reader.place];
    if (next?.kind !== 'close') continue;
    problems.push({ message: 'This parenthesis closes nothing.', start: next.start, end: next.end });
    reader.place++;
  }
  return { root: joined('and', parts), problems };
}

interface Reader {
  readonly tokens: readonly Token[];
  place: number;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, sign, quoted, plain] = match;
    const found = sign ?? quoted ?? plain ?? '';
    const end = TOKEN.lastIndex;
    tokens.push({ kind: kindOf(found), text: found, start: end - found.length, end });
  }
  return tokens;
}

function kindOf(text: string): Token['kind'] {
  const kinds: Readonly<Record<string, Token['kind']>> = {
    '(': 'open',
    ')': 'close',
    AND: 'and',
    OR: 'or',
    NOT: 'not',
  };
  return kinds[text] ?? 'term';
}

function readOr(reader: Reader, problems: RecordQueryProblem[]): RecordQueryNode | null {
  const parts: RecordQueryNode[] = [];
  for (;;) {
    const part = readAnd(reader, problems);
    if (part) parts.push(part);
    const next = reader.tokens[reader.place];
    if (next?.kind !== 'or') return joined('or', parts);
    reader.place++;
    if (!part || isEnd(reader)) problems.push(lacking(next));
  }
}

function readAnd(reader: Reader, problems: RecordQueryProblem[]): RecordQueryNode | null {
  const parts: RecordQueryNode[] = [];
  for (;;) {
    const next = reader.tokens[reader.place];
    if (!next || next.kind === 'or' || next.kind === 'close') return joined('and', parts);
    if (next.kind === 'and') {
      reader.place++;
      if (parts.length === 0 || isEnd(reader)) problems.push(lacking(next));
      continue;
    }
    const part = readNot(reader, problems);
    if (part) parts.push(part);
  }
}

function readNot(reader: Reader, problems: RecordQueryProblem[]): RecordQueryNode | null {
  const token = reader.tokens[reader.place];
  if (!token) return null;
  reader.place++;
  switch (token.kind) {
    case 'not': {
      if (isEnd(reader)) {
        problems.push(lacking(token));
        return null;
      }
      const part = readNot(reader, problems);
      return part && { kind: 'not', part };
    }
    case 'open': {
      const inner = readOr(reader, problems);
      if (reader.tokens[reader.place]?.kind === 'close') reader.place++;
      else problems.push({ message: 'This parenthesis is never closed.', start: token.start, end: token.end });
      return inner;
    }
    case 'term':
      return readTerm(token, problems);
    default:
      problems.push(lacking(token));
      return null;
  }
}

/** Whether nothing follows that an operator could join. */
function isEnd({ tokens, place }: Reader): boolean {
  const next = tokens[place];
  return !next || next.kind === 'close' || next.kind === 'or' || next.kind === 'and';
}

function lacking({ text, start, end }: Token): RecordQueryProblem {
  return { message: `${text} needs something on both sides of it.`, start, end };
}

function readTerm(token: Token, problems: RecordQueryProblem[]): RecordQueryNode | null {
  const isNot = token.text.startsWith('-') && token.text.length > 1;
  const node = readPlain({ ...token, text: isNot ? token.text.slice(1) : token.text }, problems);
  return isNot && node ? { kind: 'not', part: node } : node;
}

const DOI = /^10\.\d{4,9}\/\S+$/;

function readPlain(token: Token, problems: RecordQueryProblem[]): RecordQueryNode | null {
  const named = /^([A-Za-z]+):(.*)$/su.exec(token.text);
  const field = named ? FIELD_NAMES[(named[1] ?? '').toLowerCase()] : undefined;
  const value = field ? (named?.[2] ?? '') : token.text;
  const bare = value.replace(/^"|"$/g, '');
  const refuse = (message: string) => {
    problems.push({ message, start: token.start, end: token.end });
    return null;
  };
  if (field && bare.trim() === '') return refuse(`Write what to look for right after “${named?.[1]}:”.`);
  if (field === 'year')
    return readYears(bare) ?? refuse('Write a year as 2016, or years as 2016-2026, 2016- or -2026.');
  if (field === 'doi' || DOI.test(bare))
    return { kind: 'doi', value: bare.toLowerCase().replace(/^https?:\/\/(dx\.)?doi\.org\//, '') };
  if (field === 'pmid') return /^\d{1,9}$/.test(bare) ? { kind: 'pmid', value: bare } : refuse('A PMID is a number.');
  const words = wordsIn(bare);
  if (words.length === 0) return null;
  const isCutShort = value.endsWith('*') || value.endsWith('*"');
  const node = { kind: 'words', field: field ?? null, words, isCutShort, isExact: value.startsWith('"') } as const;
  // A bare number may be a PMID as well.
  if (!field && /^\d{5,9}$/.test(bare)) return { kind: 'or', parts: [node, { kind: 'pmid', value: bare }] };
  return node;
}

function readYears(text: string): RecordQueryNode | null {
  const range = /^(\d{4})?\s*(?:-|–|:|\.\.|to)\s*(\d{4})?$/.exec(text.trim());
  const year = (digits: string | undefined) => (digits ? Number(digits) : null);
  if (range && (range[1] || range[2])) return { kind: 'year', from: year(range[1]), to: year(range[2]) };
  return /^\d{4}$/.test(text.trim()) ? { kind: 'year', from: Number(text), to: Number(text) } : null;
}

function joined(kind: 'and' | 'or', parts: readonly RecordQueryNode[]): RecordQueryNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}
