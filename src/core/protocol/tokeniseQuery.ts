import type { FoundProblem, Operator, Span } from '#core/protocol/queryTree';

export type TokenKind = 'open' | 'close' | 'operator' | 'colon' | 'word' | 'quoted' | 'tag';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** White space before the token. */
  readonly lead: string;
  readonly written: string;
  /** A phrase without its quotes, a tag without its brackets, else what is written. */
  readonly text: string;
  readonly operator: Operator | null;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly trail: string;
  readonly problems: readonly FoundProblem[];
}

const WHITE = /\s/;
const QUOTES = /["“”„‟«»″]/;
const ENDS_WORD = /[\s()[\]"“”„‟«»″]/;
const OPERATOR_SIGNS: ReadonlyMap<string, Operator> = new Map([
  ['AND', 'AND'],
  ['OR', 'OR'],
  ['NOT', 'NOT'],
  ['&', 'AND'],
  ['|', 'OR'],
]);
const TAG_WITHIN = /^\[[A-Za-z0-9 /:~-]{1,40}\]/;

/** Cuts a search string into signs, words, phrases and tags; leads and written texts together are the string itself. */
export function tokeniseQuery(source: string): Tokens {
  const tokens: Token[] = [];
  const problems: FoundProblem[] = [];
  let at = 0;
  let lead = '';
  while (at < source.length) {
    const sign = source.charAt(at);
    if (WHITE.test(sign)) {
      lead += sign;
      at += 1;
      continue;
    }
    if (QUOTES.test(sign) && isStrayQuote(source, at)) {
      problems.push({
        code: 'stray-quote',
        severity: 'error',
        start: at,
        end: at + 1,
        message: 'This quotation mark opens no phrase: the one before the words may have been forgotten.',
        repair: '',
      });
      lead += sign;
      at += 1;
      continue;
    }
    const token = tokenAt(source, at, lead, problems);
    tokens.push(token);
    at = token.end;
    lead = '';
  }
  return { tokens, trail: lead, problems };
}

/** Whether no quote comes after this one, nor anything that it could open: a tag, an operator, a sign or the end follows. */
function isStrayQuote(source: string, at: number): boolean {
  const rest = source.slice(at + 1);
  const isTagged = TAG_WITHIN.test(rest.slice(0, 42));
  return isTagged || (!QUOTES.test(rest) && /^\s*(?:$|[)\n]|(?<=\s)(?:AND|OR|NOT)\s)/.test(rest));
}

function tokenAt(source: string, start: number, lead: string, problems: FoundProblem[]): Token {
  const sign = source.charAt(start);
  const make = (kind: TokenKind, end: number, text?: string): Token => {
    const written = source.slice(start, end);
    const operator = kind === 'operator' ? (OPERATOR_SIGNS.get(written) ?? null) : null;
    return { kind, lead, start, end, written, text: text ?? written, operator };
  };
  if (sign === '(') return make('open', start + 1);
  if (sign === ')') return make('close', start + 1);
  if (sign === ':') return make('colon', start + 1);
  if (sign === '[' || sign === ']') {
    const end = tagEnd(source, start, problems);
    return make('tag', end, source.slice(start, end).replace(/^\[|\]$/g, ''));
  }
  if (QUOTES.test(sign)) {
    const { end, textEnd } = quoteEnd(source, start, problems);
    return make('quoted', end, source.slice(start + 1, textEnd));
  }
  const end = wordEnd(source, start);
  return make(OPERATOR_SIGNS.has(source.slice(start, end)) ? 'operator' : 'word', end);
}

function wordEnd(source: string, start: number): number {
  let end = start + 1;
  while (end < source.length && !ENDS_WORD.test(source.charAt(end))) {
    // `2015:2024` is one word; a colon before white space, a quote or the end joins two terms.
    if (source.charAt(end) === ':' && (end + 1 >= source.length || ENDS_WORD.test(source.charAt(end + 1)))) break;
    end += 1;
  }
  return end;
}

function tagEnd(source: string, start: number, problems: FoundProblem[]): number {
  if (source.charAt(start) === ']') {
    problems.push({
      code: 'stray-bracket',
      severity: 'error',
      start,
      end: start + 1,
      message: 'This ] closes no tag.',
      repair: '',
    });
    return start + 1;
  }
  const rest = source.slice(start);
  const closed = /^\[[^[\]()"\n]*\]/.exec(rest);
  if (closed) return start + closed[0].length;
  const end = start + (/^\[[^\s[\]()"]*/.exec(rest)?.[0].length ?? 1);
  problems.push({
    code: 'unclosed-tag',
    severity: 'error',
    start,
    end,
    message: 'This tag has no closing bracket.',
    repair: `${source.slice(start, end)}]`,
  });
  return end;
}

function quoteEnd(source: string, start: number, problems: FoundProblem[]): { end: number; textEnd: number } {
  let at = start + 1;
  while (at < source.length && !QUOTES.test(source.charAt(at))) {
    // A tag inside a phrase tells that its closing quote was forgotten.
    if (source.charAt(at) === '[' && TAG_WITHIN.test(source.slice(at, at + 42))) break;
    at += 1;
  }
  const isClosed = at < source.length && QUOTES.test(source.charAt(at));
  if (!isClosed) {
    const sure = source.slice(start, at).search(/[)\n]|\s(AND|OR|NOT)\s/);
    const end = sure > 0 ? start + sure : at;
    problems.push({
      code: 'unclosed-quote',
      severity: 'error',
      start,
      end,
      message: 'This phrase has no closing quotation mark.',
      repair: `"${source.slice(start + 1, end)}"`,
    });
    return { end, textEnd: end };
  }
  for (const position of [start, at]) {
    if (source.charAt(position) !== '"') {
      problems.push({
        code: 'curly-quote',
        severity: 'error',
        start: position,
        end: position + 1,
        message: 'This is a typographic quotation mark, which databases may not read as one: write ".',
        repair: '"',
      });
    }
  }
  return { end: at + 1, textEnd: at };
}
