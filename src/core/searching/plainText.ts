/** Names of HTML's character entities that bibliographic exports really use; XML's own five are among them. */
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  deg: '°',
  plusmn: '±',
  times: '×',
  micro: 'µ',
  middot: '·',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  reg: '®',
  copy: '©',
  trade: '™',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  omega: 'ω',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  aring: 'å',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  igrave: 'ì',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  oslash: 'ø',
  ugrave: 'ù',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  yacute: 'ý',
  yuml: 'ÿ',
  szlig: 'ß',
  Agrave: 'À',
  Aacute: 'Á',
  Acirc: 'Â',
  Atilde: 'Ã',
  Auml: 'Ä',
  Aring: 'Å',
  AElig: 'Æ',
  Ccedil: 'Ç',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Euml: 'Ë',
  Ntilde: 'Ñ',
  Oacute: 'Ó',
  Ouml: 'Ö',
  Oslash: 'Ø',
  Uacute: 'Ú',
  Uuml: 'Ü',
  scaron: 'š',
  Scaron: 'Š',
};

/** Inline markup that databases leave in titles and abstracts; anything else in angle brackets is text (`p <0.05`). */
const INLINE_TAG =
  /<\/?(?:i|b|u|em|strong|sub|sup|span|inf|italic|bold|small|scp|tt|jats:(?:italic|bold|su[bp]))(?:\s[^<>]*)?\/?>/gi;

/** Markup that parts words, where a reader sees a new line. */
const BLOCK_TAG = /<\/?(?:p|br|h[1-6]|div|li|[ou]l|tr|td|jats:[a-z]+)(?:\s[^<>]*)?\/?>/gi;

/** Whether folding would change nothing. Most texts are: this is asked for every element of every record. */
function isFolded(text: string): boolean {
  const last = text.length - 1;
  if (last > 40) {
    return (
      text.charCodeAt(0) > 32 &&
      text.charCodeAt(last) > 32 &&
      !text.includes('\n') &&
      !text.includes('  ') &&
      !text.includes('\t') &&
      !text.includes('\r')
    );
  }
  let isAfterSpace = true;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (code > 32) isAfterSpace = false;
    else if (isAfterSpace || code !== 32) return false;
    else isAfterSpace = true;
  }
  return last < 0 || !isAfterSpace;
}

/**
 * Runs of XML white space become one space, and the ends are trimmed. Only tab, line feed, carriage return and space
 * count: non-breaking and thin spaces are part of a title and stay.
 */
export function foldSpace(text: string): string {
  if (isFolded(text)) return text;
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function character(code: number, written: string): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : written;
}

/** Replaces character references once; what is escaped twice stays escaped once, and what is unknown stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,7}));/gi, (written, hex, decimal, name) => {
    if (hex) return character(Number.parseInt(hex, 16), written);
    if (decimal) return character(Number.parseInt(decimal, 10), written);
    return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? written) : written;
  });
}

/** Text of a tagged or tabular file as a reader should see it: inline markup dropped, entities decoded, space folded. */
export function plainText(text: string): string {
  const withoutTags = text.includes('<') ? text.replace(INLINE_TAG, '').replace(BLOCK_TAG, ' ') : text;
  const folded = foldSpace(decodeEntities(withoutTags).replace(/[\u2028\u2029]/g, ' '));
  return folded.replace(/\0/g, '');
}

/** What exporters write when they have nothing to write. */
const NOTHING = /^(?:na|n\/a|n\.a\.|n\.pag\.?|null|none|nan|undefined|-)?$/i;

/** A value as plain text; null for what only stands in for one. */
export function presentText(text: string | null | undefined): string | null {
  if (!text) return null;
  const plain = plainText(text);
  return NOTHING.test(plain) ? null : plain;
}
