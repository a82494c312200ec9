/** A line of Refer: a percent sign, one sign for the field, and the value. */
export const REFER = /^%([0-9A-Z@!+?&<>~=^$#*()[\]{}:;'"]) ?(.*)$/s;

/** Refer's fields by the tags that RIS has for the same. Source: EndNote's export style `EndNote Export` (Refer/BibIX). */
export const REFER_TAGS: Readonly<Record<string, string>> = {
  '0': 'TY',
  A: 'AU',
  E: 'A2',
  T: 'TI',
  J: 'T2',
  B: 'T2',
  D: 'PY',
  '8': 'DA',
  V: 'VL',
  N: 'IS',
  P: 'SP',
  I: 'PB',
  C: 'CY',
  '@': 'SN',
  R: 'DO',
  X: 'AB',
  K: 'KW',
  M: 'AN',
  U: 'UR',
  G: 'LA',
  Z: 'N1',
  '9': 'M3',
  '+': 'AD',
  '!': 'ST',
  W: 'DB',
  '~': 'DP',
};

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/book section|chapter/i, 'CHAP'],
  [/book/i, 'BOOK'],
  [/conference/i, 'CONF'],
  [/thesis|dissertation/i, 'THES'],
  [/report|government/i, 'RPRT'],
  [/web page|blog|electronic/i, 'ELEC'],
  [/patent/i, 'PAT'],
  [/dataset/i, 'DATA'],
];

/** Refer's name of a type as RIS has it. */
export function referType(name: string): string {
  return TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'JOUR';
}
