const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: '...',
  shy: '',
  szlig: 'ß',
  aelig: 'æ',
  beta: 'β',
  alpha: 'α',
  gamma: 'γ',
  delta: 'δ',
  kappa: 'κ',
  micro: 'μ',
  mu: 'μ',
};

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** Letters that Unicode's decomposition leaves whole, but that sources write in two ways. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

const TAG =
  /<\/?(?:i|b|u|p|br|em|sc|tt|sub|sup|inf|bold|span|div|strong|italic|title|jats:[a-z-]+|mml:[a-z-]+)(?:\s[^<>]*)?\/?>/gi;
/** "eacute", "Ouml": the letter without its accent is all that a comparison needs. */
const ACCENTED_ENTITY = /^([a-z])(?:acute|grave|circ|tilde|uml|cedil|ring|caron|slash)$/i;
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi;
const ONLY_ASCII = /^[\n\r\t -~]*$/;

/** Entities as the characters that they stand for, accented letters as plain ones; unknown entities stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      const accented = ACCENTED_ENTITY.exec(name);
      return accented?.[1] ?? NAMED_ENTITIES[name.toLowerCase()] ?? whole;
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Text in one plain spelling: entities decoded, inline markup dropped, accents folded, Greek letters by name, lower
 * case. Scripts other than Latin and Greek keep their letters.
 */
export function normaliseText(text: string): string {
  let plain = text;
  if (plain.includes('&')) plain = decodeEntities(plain);
  if (plain.includes('<')) plain = plain.replace(TAG, '');
  if (ONLY_ASCII.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[α-ω]/g, letter => GREEK[letter] ?? letter)
    .replace(/[ßæœøđðþłıħ]/g, letter => UNDECOMPOSED[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u2018\u2019\u201A\u02BC\u2032`´]/g, "'");
}

/** The words of a text that `normaliseText` has been over: runs of letters and digits; an apostrophe does not part a word. */
export function wordsOf(plain: string): string[] {
  return plain.replace(/'/g, '').match(ONLY_ASCII.test(plain) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters and digits only, so that spacing, hyphens and punctuation make no difference. */
export function compactOf(plain: string): string {
  return plain.replace(ONLY_ASCII.test(plain) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '');
}
