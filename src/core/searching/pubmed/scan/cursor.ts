import { decodeEntities, foldSpace } from '#core/searching/plainText';
import { nameBetween } from '#core/searching/pubmed/scan/elementNames';

/** A place in the text of one record, and the tag that was passed last. One cursor serves a whole file, record by record. */
export interface Cursor {
  text: string;
  at: number;
  /** Whether the last start tag was `<Name/>`. */
  isEmpty: boolean;
  /** Where each attribute's name and value begin and end: four numbers for each, and how many numbers that makes. */
  readonly spans: Int32Array;
  spanned: number;
}

/**
 * Thrown where a record isn't written as PubMed writes its records (comments, CDATA, spaces in closing tags, tags that
 * don't match …): the general parser then reads it, or says what is wrong with it.
 */
export const UNUSUAL = new RangeError('a record is not written as PubMed writes them');

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const SPACE = 32;
const EQUALS = 61;
const QUOTE = 34;
const AMPERSAND = 38;
const MOST_ATTRIBUTES = 16;
const MOST_NESTED = 100;
/** As far as a text is looked at letter by letter; in longer ones the engine's own search is quicker. */
const SHORT = 48;

export function newCursor(): Cursor {
  return { text: '', at: 0, isEmpty: false, spans: new Int32Array(4 * MOST_ATTRIBUTES), spanned: 0 };
}

function isOfName(code: number): boolean {
  // Names of MathML have prefixes (`mml:mi`), headings digits.
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);
}

/**
 * The name of the next child of an element, its start tag passed; empty after the last one, the element's closing tag
 * passed. `for (let name = firstChild(…); name !== ''; name = nextChild(…))` reads them all.
 *
 * White space, name and attributes are read in one go, and so is a text in `readFlat`: two long functions that the engine
 * compiles once. Cut into small ones it copies them into every place that calls them, and reading 30,000 articles then
 * takes a third longer, half of it for compiling.
 */
export function nextChild(cursor: Cursor, parent: string): string {
  const { text, spans } = cursor;
  let at = cursor.at;
  let code = text.charCodeAt(at);
  while (code <= SPACE) code = text.charCodeAt(++at);
  if (code !== LESS) throw UNUSUAL;
  const from = ++at;
  code = text.charCodeAt(at);
  if (code === SLASH) {
    const end = at + 1 + parent.length;
    if (!text.startsWith(parent, at + 1) || text.charCodeAt(end) !== GREATER) throw UNUSUAL;
    cursor.at = end + 1;
    return '';
  }
  while (isOfName(code)) code = text.charCodeAt(++at);
  // A letter comes first; digits and a colon stand before the letters.
  if (!(text.charCodeAt(from) >= 65) || at === from) throw UNUSUAL;
  const name = nameBetween(text, from, at);
  let place = 0;
  while (code !== GREATER && code !== SLASH) {
    if (!(code <= SPACE)) throw UNUSUAL;
    while (code <= SPACE) code = text.charCodeAt(++at);
    if (code === GREATER || code === SLASH) break;
    spans[place] = at;
    while (code !== EQUALS && code > SPACE) code = text.charCodeAt(++at);
    if (code !== EQUALS || text.charCodeAt(at + 1) !== QUOTE || place === spans.length) throw UNUSUAL;
    spans[place + 1] = at;
    at += 2;
    spans[place + 2] = at;
    code = text.charCodeAt(at);
    while (code !== QUOTE && code >= 0) code = text.charCodeAt(++at);
    if (code !== QUOTE) throw UNUSUAL;
    spans[place + 3] = at;
    place += 4;
    code = text.charCodeAt(++at);
  }
  cursor.isEmpty = code === SLASH;
  if (cursor.isEmpty && text.charCodeAt(++at) !== GREATER) throw UNUSUAL;
  cursor.spanned = place;
  cursor.at = at + 1;
  return name;
}

/** The same for an element whose start tag was passed last. */
export function firstChild(cursor: Cursor, parent: string): string {
  return cursor.isEmpty ? '' : nextChild(cursor, parent);
}

/** An attribute of the start tag that was passed last. */
export function attribute(cursor: Cursor, name: string): string | undefined {
  const { text, spans } = cursor;
  for (let at = 0; at < cursor.spanned; at += 4) {
    const from = spans[at] ?? 0;
    if ((spans[at + 1] ?? 0) - from === name.length && text.startsWith(name, from))
      return decodeEntities(text.slice(spans[at + 2], spans[at + 3]));
  }
  return undefined;
}

/** Whether an attribute of the start tag that was passed last is `Y`. */
export function isYes(cursor: Cursor, name: string): boolean {
  return attribute(cursor, name) === 'Y';
}

/** All text inside the element whose start tag was passed last, white space folded; null when there is none. */
export function readFlat(cursor: Cursor, name: string): string | null {
  if (cursor.isEmpty) return null;
  const { text } = cursor;
  const from = cursor.at;
  const far = from + SHORT;
  let at = from;
  let code = text.charCodeAt(at);
  let isPlain = true;
  let isAfterSpace = true;
  // Most texts are a word or two: one look at each letter finds the end, and whether there is anything to decode or fold.
  while (code !== LESS && at < far) {
    if (code > SPACE) {
      isAfterSpace = false;
      if (code === AMPERSAND) isPlain = false;
    } else {
      if (isAfterSpace || code !== SPACE) isPlain = false;
      isAfterSpace = true;
    }
    code = text.charCodeAt(++at);
  }
  if (at === far) {
    isPlain = false;
    at = text.indexOf('<', at);
  }
  const end = at + 2 + name.length;
  if (text.charCodeAt(at + 1) === SLASH && text.startsWith(name, at + 2) && text.charCodeAt(end) === GREATER) {
    cursor.at = end + 1;
    const written = text.slice(from, at);
    if (isPlain && !isAfterSpace) return written;
    const flat = foldSpace(decodeEntities(written));
    return flat === '' ? null : flat;
  }
  // Markup stands inside the text.
  let whole = '';
  const opened = [name];
  for (let inner = opened.at(-1); inner !== undefined; inner = opened.at(-1)) {
    const open = text.indexOf('<', cursor.at);
    if (open < 0 || opened.length > MOST_NESTED) throw UNUSUAL;
    whole += decodeEntities(text.slice(cursor.at, open));
    cursor.at = open;
    const child = nextChild(cursor, inner);
    if (child === '') opened.pop();
    else if (!cursor.isEmpty) opened.push(child);
  }
  const flat = foldSpace(whole);
  return flat === '' ? null : flat;
}

/** Passes an element of which nothing is kept, with a look at whether its tags match. */
export function passElement(cursor: Cursor, name: string): void {
  if (cursor.isEmpty) return;
  const { text } = cursor;
  const opened = [name];
  for (let inner = opened.at(-1); inner !== undefined; inner = opened.at(-1)) {
    cursor.at = text.indexOf('<', cursor.at);
    if (cursor.at < 0 || opened.length > MOST_NESTED) throw UNUSUAL;
    const child = nextChild(cursor, inner);
    if (child === '') opened.pop();
    else if (!cursor.isEmpty) opened.push(child);
  }
}

/** Jumps behind the element whose start tag was passed last, whatever is in it. */
export function skipElement(cursor: Cursor, name: string): void {
  if (cursor.isEmpty) return;
  const { text } = cursor;
  const close = `</${name}>`;
  for (let depth = 1; depth > 0; depth--) {
    const end = text.indexOf(close, cursor.at);
    if (end < 0) throw UNUSUAL;
    // Elements of the same name may be nested in it; only the part before the closing tag is searched for them.
    const inside = text.slice(cursor.at, end);
    const open = `<${name}>`;
    for (let nested = inside.indexOf(open); nested >= 0; nested = inside.indexOf(open, nested + 1)) depth++;
    cursor.at = end + close.length;
  }
}
