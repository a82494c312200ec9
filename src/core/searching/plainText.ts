import { ENTITIES } from '#core/searching/entities';

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

/** Characters that no text has; some exporters leave them where a line was broken. */
const CONTROLS = /[^\P{Cc}\t\n\v\f\r]/gu;
const BREAKS = /[\u2028\u2029\v\f]/g;

/** Whether a text has a character that is neither printed nor a common space: most have none, and asking is quick. */
function hasOddCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 ? code !== 10 && code !== 13 && code !== 9 : code === 127 || code === 0x2028 || code === 0x2029)
      return true;
    if (code > 127 && code < 160) return true;
  }
  return false;
}

function withoutMarkup(text: string): string {
  return text.includes('<') ? text.replace(INLINE_TAG, '').replace(BLOCK_TAG, ' ') : text;
}

/**
 * Text of a tagged or tabular file as a reader should see it: inline markup dropped, entities decoded, space folded.
 * Exporters that escape what a database has escaped already (`&amp;lt;i&amp;gt;`) are undone twice.
 */
export function plainText(text: string): string {
  let plain = withoutMarkup(text);
  for (let times = 0; times < 2 && plain.includes('&'); times++) plain = withoutMarkup(decodeEntities(plain));
  return foldSpace(hasOddCharacter(plain) ? plain.replace(BREAKS, ' ').replace(CONTROLS, '') : plain);
}

/** What exporters write when they have nothing to write. */
const NOTHING = /^(?:na|n\/a|n\.a\.|n\.pag\.?|null|none|nan|undefined|-)?$/i;

/** A value as plain text; null for what only stands in for one. */
export function presentText(text: string | null | undefined): string | null {
  if (!text) return null;
  const plain = plainText(text);
  return NOTHING.test(plain) ? null : plain;
}
