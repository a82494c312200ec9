import { plainText } from '#core/searching/plainText';

/** What a combining accent of TeX is in Unicode, to be composed with the letter that it stands over. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};

const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  S: '§',
  P: '¶',
  copyright: '©',
  pounds: '£',
  euro: '€',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  degree: '°',
  textpm: '±',
  pm: '±',
  times: '×',
  texttimes: '×',
  textmu: 'µ',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  approx: '≈',
  sim: '∼',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textbullet: '•',
  cdot: '·',
  infty: '∞',
  rightarrow: '→',
  to: '→',
  textquotesingle: "'",
  textexclamdown: '¡',
  textquestiondown: '¿',
  guillemotleft: '«',
  guillemotright: '»',
  textasciigrave: '`',
};

const ESCAPED = /\\([&%$#_{}])/g;

/** A letter under an accent: `\'e`, `\'{e}`, `{\'e}`, `\v{s}`, `\"{\i}`. */
const ACCENTED =
  /\\(?:([`'^~"=.])\s*|([uvHckrdb])(?:\s+|(?=[{\\])))(?:\{\s*(\\[ij]|\p{L})\s*\}|(\\[ij](?![A-Za-z])|\p{L}))/gu;

/** A sign out of reach of what follows, in Unicode's private area until the end. */
function kept(sign: string): string {
  return String.fromCharCode(0xe000 + sign.charCodeAt(0));
}

/**
 * Text of a BibTeX field without TeX: accents composed, commands dropped but for what they enclose, braces removed,
 * `--` as a dash. What is no TeX stays as it is.
 */
export function latexText(text: string): string {
  if (!/[\\{}$~]|--|``|''/.test(text)) return plainText(text);
  const accented = text.replace(ACCENTED, (_all, sign, letterSign, braced, bare) => {
    const letter = String(braced ?? bare).replace(/^\\/, '');
    return `${letter}${ACCENTS[sign ?? letterSign] ?? ''}`.normalize('NFC');
  });
  const plain = accented
    .replace(/\\url\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\href\s*\{[^{}]*\}/g, '')
    // Escaped signs must survive the removal of braces and dollars.
    .replace(ESCAPED, (_all, sign: string) => kept(sign))
    .replace(/\\textsuperscript|\\textsubscript|\\vphantom\s*\{[^{}]*\}/g, '')
    .replace(/\\([A-Za-z]+)(?:\s*\{\}|\s+|(?![A-Za-z]))/g, (all, name: string) => {
      const letter = Object.hasOwn(LETTERS, name) ? LETTERS[name] : undefined;
      if (letter === undefined) return all.endsWith(' ') ? ' ' : '';
      return letter.charCodeAt(0) < 128 ? kept(letter) : letter;
    })
    .replace(/\\[-/,;:! @]/g, found => (/[ ,;:]/.test(found[1] ?? '') ? ' ' : found[1] === '@' ? '@' : ''))
    .replace(/\\\\/g, ' ')
    .replace(/\$([^$]*)\$/g, (_all, math: string) => math.replace(/[\^_](?=[{\w])/g, ''))
    .replace(/~/g, '\u00a0')
    // Empty braces keep signs apart that would be one: they go last.
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[{}]/g, '')
    .replace(/[\ue000-\ue07f]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
  return plainText(plain);
}
