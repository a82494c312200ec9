import { decodeEntities } from '#core/searching/plainText';
import type { XmlElement } from '#core/searching/xml/element';

/** The element, or where and why its text is no well-formed XML. */
export type ParsedElement =
  | { readonly element: XmlElement; readonly brokenAt?: never; readonly reason?: never }
  | { readonly element?: never; readonly brokenAt: number; readonly reason: string };

const DEPTH_LIMIT = 200;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const CLOSE = 62;
const SPACE = 32;

function startsName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127;
}

/** Where the closing tag of a skipped element ends; elements of the same name may be nested in it. -1: nowhere. */
function endOfSkipped(text: string, name: string, from: number): number {
  const open = `<${name}`;
  const close = `</${name}`;
  let depth = 1;
  let at = from;
  while (depth > 0) {
    const closing = text.indexOf(close, at);
    if (closing < 0) return -1;
    for (let inner = text.indexOf(open, at); inner >= 0 && inner < closing; inner = text.indexOf(open, inner + 1)) {
      const after = text.charCodeAt(inner + open.length);
      if (after === CLOSE || after <= 32) depth++;
    }
    const end = text.indexOf('>', closing);
    if (end < 0) return -1;
    if (text.slice(closing + close.length, end).trim() === '') depth--;
    at = end + 1;
  }
  return at;
}

/** Text between two tags. Where it is white space alone, as between the elements of a list, one space says the same. */
function textBetween(text: string, from: number, to: number): string {
  let at = from;
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at === to ? ' ' : decodeEntities(text.slice(from, to));
}

/**
 * Reads the text of one element, start tag to end tag, into a tree. References to characters are decoded, but those to
 * entities that a document declares itself are left as they stand: nothing ever expands. A lone `<` or `&` that can't
 * begin markup is text.
 * Takes the names of elements whose content nobody needs: they are jumped over, which is most of the work in PubMed's
 * lists of references.
 */
export function parseElement(text: string, skipped: ReadonlySet<string>): ParsedElement {
  const stack: XmlElement[] = [];
  let current: XmlElement | undefined;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    if (open > at) current?.children.push(textBetween(text, at, open));
    const code = text.charCodeAt(open + 1);
    if (code === SLASH) {
      const end = text.indexOf('>', open);
      if (end < 0) return { brokenAt: open, reason: 'a closing tag is cut off' };
      const nameEnd = open + 2 + (current?.name.length ?? 0);
      // Most closing tags are the name and nothing else: no need to cut it out.
      const isMatching =
        current &&
        text.startsWith(current.name, open + 2) &&
        (nameEnd === end || text.slice(nameEnd, end).trim() === '');
      if (!current || !isMatching) {
        const name = text.slice(open + 2, end).trimEnd();
        return { brokenAt: open, reason: `</${name}> stands where </${current?.name ?? ''}> is expected` };
      }
      const parent = stack.pop();
      if (!parent) return { element: current };
      current = parent;
      at = end + 1;
    } else if (code === BANG) {
      const isData = text.startsWith('<![CDATA[', open);
      const end = isData ? text.indexOf(']]>', open) : text.indexOf('-->', open);
      if (end < 0 || !(isData || text.startsWith('<!--', open)))
        return { brokenAt: open, reason: 'a comment or a CDATA section is not closed' };
      if (isData) current?.children.push(text.slice(open + 9, end));
      at = end + 3;
    } else if (code === QUESTION) {
      const end = text.indexOf('?>', open);
      if (end < 0) return { brokenAt: open, reason: 'a processing instruction is not closed' };
      at = end + 2;
    } else if (startsName(code)) {
      let nameEnd = open + 2;
      while (nameEnd < text.length && !isNameEnd(text.charCodeAt(nameEnd))) nameEnd++;
      const name = text.slice(open + 1, nameEnd);
      let attributes = NO_ATTRIBUTES;
      let tagEnd = nameEnd;
      if (text.charCodeAt(nameEnd) !== CLOSE) {
        const read = readAttributes(text, nameEnd);
        if (!read) return { brokenAt: open, reason: `the tag <${name}> is not well formed` };
        attributes = read.attributes;
        tagEnd = read.end;
      }
      const isEmpty = text.charCodeAt(tagEnd) === SLASH;
      at = tagEnd + (isEmpty ? 2 : 1);
      if (!isEmpty && current && skipped.has(name)) {
        at = endOfSkipped(text, name, at);
        if (at < 0) return { brokenAt: open, reason: `<${name}> is not closed` };
        continue;
      }
      const element: XmlElement = { name, attributes, children: [] };
      current?.children.push(element);
      if (isEmpty) {
        if (!current) return { element };
        continue;
      }
      if (current) stack.push(current);
      if (stack.length > DEPTH_LIMIT)
        return { brokenAt: open, reason: `elements are nested deeper than ${DEPTH_LIMIT}` };
      current = element;
    } else {
      current?.children.push('<');
      at = open + 1;
    }
  }
  return { brokenAt: text.length, reason: `<${current?.name ?? ''}> is not closed` };
}

function isNameEnd(code: number): boolean {
  return code === CLOSE || code === SLASH || code <= 32;
}

/** The attributes from a position on, and where the tag's own end (`>` or `/>`) stands; null when they aren't well formed. */
function readAttributes(text: string, from: number): { attributes: Record<string, string>; end: number } | null {
  const attributes: Record<string, string> = {};
  let at = from;
  for (;;) {
    while (text.charCodeAt(at) <= SPACE) at++;
    const code = text.charCodeAt(at);
    if (code === CLOSE || (code === SLASH && text.charCodeAt(at + 1) === CLOSE)) return { attributes, end: at };
    const equals = text.indexOf('=', at);
    if (equals <= at) return null;
    const name = text.slice(at, equals).trimEnd();
    if (/[\s<>/"']/.test(name)) return null;
    let open = equals + 1;
    while (text.charCodeAt(open) <= SPACE) open++;
    const quote = text[open];
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1;
    if (close < 0) return null;
    attributes[name] = decodeEntities(text.slice(open + 1, close));
    at = close + 1;
  }
}
