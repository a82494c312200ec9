import { decodeEntities, foldSpace } from '#core/searching/plainText';
import { nameBetween } from '#core/searching/pubmed/scan/elementNames';

/** A place in the text of one record, and the tag that was passed last. One cursor serves a whole file, record by record. */
export interface Cursor {
  text: string;
  at: number;
  /** Whether the last start tag was `<Name/>`. */
  isEmpty: boolean;
  attributeCount: number;
  /** Where each attribute's name and value begin and end: four numbers for each. */
  readonly spans: Int32Array;
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
const MOST_ATTRIBUTES = 16;
const MOST_NESTED = 100;

export function newCursor(): Cursor {
  return { text: '', at: 0, isEmpty: false, attributeCount: 0, spans: new Int32Array(4 * MOST_ATTRIBUTES) };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Passes a start tag whose `<` stands at the cursor; gives its name. */
function passStartTag(cursor: Cursor): string {
  const { text, spans } = cursor;
  const from = cursor.at + 1;
  let at = from;
  let code = text.charCodeAt(at);
  if (!isLetter(code)) throw UNUSUAL;
  // Names of MathML have prefixes (`mml:mi`), headings digits.
  while (isLetter(code) || code === 58 || (code >= 48 && code <= 57)) code = text.charCodeAt(++at);
  const name = nameBetween(text, from, at);
  let count = 0;
  while (code !== GREATER && code !== SLASH) {
    if (!(code <= SPACE)) throw UNUSUAL;
    while (code <= SPACE) code = text.charCodeAt(++at);
    if (code === GREATER || code === SLASH) break;
    const nameFrom = at;
    while (code !== EQUALS && code > SPACE) code = text.charCodeAt(++at);
    const close = code === EQUALS && text.charCodeAt(at + 1) === QUOTE ? text.indexOf('"', at + 2) : -1;
    if (close < 0 || count === MOST_ATTRIBUTES) throw UNUSUAL;
    spans[count * 4] = nameFrom;
    spans[count * 4 + 1] = at;
    spans[count * 4 + 2] = at + 2;
    spans[count * 4 + 3] = close;
    count++;
    at = close + 1;
    code = text.charCodeAt(at);
  }
  cursor.isEmpty = code === SLASH;
  if (cursor.isEmpty && text.charCodeAt(++at) !== GREATER) throw UNUSUAL;
  cursor.attributeCount = count;
  cursor.at = at + 1;
  return name;
}

/** The name of the next start tag, which is passed; empty where a closing tag comes instead. */
export function nextStart(cursor: Cursor): string {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) <= SPACE) at++;
  if (text.charCodeAt(at) !== LESS) throw UNUSUAL;
  cursor.at = at;
  return text.charCodeAt(at + 1) === SLASH ? '' : passStartTag(cursor);
}

/** Passes the closing tag that must stand at the cursor. */
export function passClosing(cursor: Cursor, name: string): void {
  const { text, at } = cursor;
  const end = at + 2 + name.length;
  if (text.charCodeAt(at + 1) !== SLASH || !text.startsWith(name, at + 2) || text.charCodeAt(end) !== GREATER)
    throw UNUSUAL;
  cursor.at = end + 1;
}

/**
 * The name of the next child of an element, its start tag passed; empty after the last one, the element's closing tag
 * passed. `for (let name = firstChild(…); name !== ''; name = nextChild(…))` reads them all.
 */
export function nextChild(cursor: Cursor, parent: string): string {
  const name = nextStart(cursor);
  if (name === '') passClosing(cursor, parent);
  return name;
}

/** The same for an element whose start tag was passed last. */
export function firstChild(cursor: Cursor, parent: string): string {
  return cursor.isEmpty ? '' : nextChild(cursor, parent);
}

/** An attribute of the start tag that was passed last. */
export function attribute(cursor: Cursor, name: string): string | undefined {
  const { text, spans } = cursor;
  for (let at = 0; at < cursor.attributeCount * 4; at += 4) {
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
  const { text, at } = cursor;
  const open = text.indexOf('<', at);
  const end = open + 2 + name.length;
  if (text.charCodeAt(open + 1) !== SLASH || !text.startsWith(name, open + 2) || text.charCodeAt(end) !== GREATER)
    return readMixed(cursor, name);
  cursor.at = end + 1;
  const flat = foldSpace(decodeEntities(text.slice(at, open)));
  return flat === '' ? null : flat;
}

/** The same where markup stands inside the text. */
function readMixed(cursor: Cursor, name: string): string | null {
  const { text } = cursor;
  const opened = [name];
  let whole = '';
  for (let inner = opened.at(-1); inner !== undefined; inner = opened.at(-1)) {
    const open = text.indexOf('<', cursor.at);
    if (open < 0 || opened.length > MOST_NESTED) throw UNUSUAL;
    whole += decodeEntities(text.slice(cursor.at, open));
    cursor.at = open;
    if (text.charCodeAt(open + 1) === SLASH) {
      passClosing(cursor, inner);
      opened.pop();
    } else {
      const child = passStartTag(cursor);
      if (!cursor.isEmpty) opened.push(child);
    }
  }
  const flat = foldSpace(whole);
  return flat === '' ? null : flat;
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
