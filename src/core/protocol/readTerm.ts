import { fieldOf } from '#core/protocol/fieldTags';
import type { Tag, Term, Word } from '#core/protocol/queryTree';
import type { Token } from '#core/protocol/tokeniseQuery';
import type { TokenReader } from '#core/protocol/tokenReader';

const HISTORY_LINE = /^#(\d+)$/;
const ONE_WORD_RANGE = /^([^:]+):([^:]+)$/;

/** Reads a phrase in quotes, or the run of words up to the next sign, with its tag and with the range it may open. */
export function readTerm(reader: TokenReader): Term {
  const first = reader.peek();
  const own = readBody(reader);
  const tag = readTag(reader);
  const next = reader.peek(1);
  if (reader.peek()?.kind === 'colon' && (next?.kind === 'quoted' || next?.kind === 'word')) {
    const colon = reader.take();
    const far = readBody(reader);
    const farTag = readTag(reader);
    const all = [...own, ...(tag ? [tag] : []), ...(colon ? [colon] : []), ...far, ...(farTag ? [farTag] : [])];
    const range = { from: textOf(own), to: textOf(far) };
    return { ...termOf(all, own), text: `${range.from}:${range.to}`, tag: tagOf(farTag ?? tag), range };
  }
  const term = termOf(tag ? [...own, tag] : own, own);
  const inOne = first?.kind === 'word' && own.length === 1 ? ONE_WORD_RANGE.exec(term.text) : null;
  const [, from = '', to = ''] = inOne ?? [];
  return { ...term, tag: tagOf(tag), range: inOne && /^\d/.test(from) ? { from, to } : null };
}

function readBody(reader: TokenReader): readonly Token[] {
  const first = reader.take();
  if (!first) throw new RangeError('readTerm: called where no word stands');
  const body = [first];
  if (first.kind === 'quoted') return body;
  for (let token = reader.peek(); token?.kind === 'word'; token = reader.peek()) {
    // A line of the history is a term by itself.
    if (HISTORY_LINE.test(first.text) || HISTORY_LINE.test(token.text)) break;
    body.push(token);
    reader.take();
  }
  return body;
}

function readTag(reader: TokenReader): Token | null {
  return reader.peek()?.kind === 'tag' ? (reader.take() ?? null) : null;
}

function textOf(body: readonly Token[]): string {
  return body.map(token => token.text.trim()).join(' ');
}

function termOf(all: readonly Token[], own: readonly Token[]): Term {
  const [first] = own;
  const last = all.at(-1);
  if (!first || !last) throw new RangeError('readTerm: a term has at least one word');
  const text = textOf(own);
  const history = HISTORY_LINE.exec(text);
  return {
    kind: 'term',
    lead: first.lead,
    written: all.map((token, index) => (index === 0 ? '' : token.lead) + token.written).join(''),
    text,
    words: own.flatMap(wordsOf),
    quoted: first.kind === 'quoted',
    tag: null,
    range: null,
    historyLine: history ? Number(history[1]) : null,
    start: first.start,
    end: last.end,
  };
}

function wordsOf(token: Token): readonly Word[] {
  const offset = token.kind === 'quoted' ? token.start + 1 : token.start;
  return [...token.text.matchAll(/\S+/g)].map(match => ({
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

function tagOf(token: Token | null): Tag | null {
  if (!token) return null;
  const colon = token.text.indexOf(':');
  const name = colon < 0 ? token.text : token.text.slice(0, colon);
  const suffix =
    colon < 0
      ? ''
      : token.text
          .slice(colon + 1)
          .trim()
          .toLowerCase();
  const distance = /^~(\d+)$/.exec(suffix)?.[1];
  const isRead = suffix === '' || suffix === 'noexp' || suffix === 'exp' || distance !== undefined;
  return {
    written: token.written,
    field: fieldOf(name),
    explode: suffix !== 'noexp',
    distance: distance === undefined ? null : Number(distance),
    unread: isRead ? null : suffix,
    start: token.start,
    end: token.end,
  };
}
