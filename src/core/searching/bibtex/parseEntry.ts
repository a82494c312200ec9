/** The text of one `@type{key, field = value, …}`, taken apart. Values still hold their TeX. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

export type ParsedEntry =
  | { readonly entry: BibtexEntry; readonly reason?: never }
  | { readonly entry?: never; readonly reason: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Where the brace that closes the one at `open` stands; -1: nowhere. Escaped braces don't count. */
export function closingBrace(text: string, open: number): number {
  const isParenthesis = text[open] === '(';
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125) {
      depth--;
      if (depth === 0 && !isParenthesis) return at;
    } else if (code === 41 && isParenthesis && depth === 0) return at;
  }
  return -1;
}

function closingQuote(text: string, open: number): number {
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 34 && depth <= 0) return at;
  }
  return -1;
}

/** One value: pieces in braces, quotes, digits or by name, joined by `#`. */
function readValue(
  text: string,
  start: number,
  strings: ReadonlyMap<string, string>,
): { value: string; end: number } | null {
  let value = '';
  let at = start;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const sign = text[at];
    if (sign === '{' || sign === '"') {
      const close = sign === '{' ? closingBrace(text, at) : closingQuote(text, at);
      if (close < 0) return null;
      value += text.slice(at + 1, close);
      at = close + 1;
    } else {
      const word = /^[^\s,#{}"()=]+/.exec(text.slice(at, at + 200))?.[0];
      if (!word) return value === '' && (sign === ',' || sign === '}') ? { value, end: at } : null;
      const name = word.toLowerCase();
      value += strings.get(name) ?? (MONTHS.includes(name) ? name : word);
      at += word.length;
    }
    while (/\s/.test(text[at] ?? '')) at++;
    if (text[at] !== '#') return { value, end: at };
    at++;
  }
}

/** Reads `name = value` pairs from a position on; a pair that isn't one is jumped over to the next comma. */
export function readFields(
  text: string,
  start: number,
  strings: ReadonlyMap<string, string>,
): { readonly fields: Map<string, string>; readonly broken: string | null } {
  const fields = new Map<string, string>();
  const NAME = /[\s,]*([^\s=,{}"#%()]+)\s*=/y;
  let at = start;
  while (at < text.length) {
    NAME.lastIndex = at;
    const found = NAME.exec(text);
    const name = found?.[1]?.toLowerCase();
    if (!name) {
      if (/^[\s,)}]*$/.test(text.slice(at))) break;
      const comma = text.indexOf(',', at + 1);
      if (comma < 0) break;
      at = comma;
      continue;
    }
    const read = readValue(text, NAME.lastIndex, strings);
    if (!read) return { fields, broken: name };
    const before = fields.get(name);
    // A field given twice: names and keywords add up, of others the first counts.
    if (before === undefined) fields.set(name, read.value);
    else if (name === 'keywords') fields.set(name, `${before}, ${read.value}`);
    else if (name === 'author') fields.set(name, `${before} and ${read.value}`);
    at = read.end;
  }
  return { fields, broken: null };
}

/** A value that seems to hold the next field: a brace was forgotten in it. */
const SWALLOWED = /\n\s*[A-Za-z]+\s*=\s*[{"\w]/;

/**
 * Takes the entry's own text, from `@` to its closing brace. Where that is missing (`isClosed` false), the entry is read
 * only if it can't be one of its values that was never closed.
 */
export function parseEntry(text: string, strings: ReadonlyMap<string, string>, isClosed: boolean): ParsedEntry {
  const head = /^@\s*([A-Za-z]+)\s*[{(]\s*([^\s,={}"]*(?:[ \t]+[^\s,={}"]+)*)\s*(?:,|$|(?=[})]))/.exec(text);
  const keyless = head ? null : /^@\s*([A-Za-z]+)\s*[{(]/.exec(text);
  const start = head ?? keyless;
  if (!start) return { reason: 'the entry has no key' };
  const { fields, broken } = readFields(text, start[0].length, strings);
  const swallowing = isClosed ? undefined : [...fields].find(([, value]) => SWALLOWED.test(value))?.[0];
  if (swallowing) return { reason: `the value of "${swallowing}" is not closed` };
  if (broken) return { reason: `the value of "${broken}" is not closed` };
  return { entry: { type: (start[1] ?? '').toLowerCase(), key: head?.[2] ?? '', fields } };
}
