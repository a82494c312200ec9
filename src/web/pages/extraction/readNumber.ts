/** What stands in a number's field: a number, nothing yet, or words on what can't be read. */
export type ReadNumber =
  | { readonly isRead: true; readonly value: number | null }
  | { readonly isRead: false; readonly problem: string };

/**
 * Reads a number as people type or paste it: `7,499`, `7 499`, `−1.5`, `.5`. A comma that may be a decimal one is asked
 * about instead of guessed.
 */
export function readNumber(text: string): ReadNumber {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-');
  if (plain === '') return { isRead: true, value: null };
  const isGrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain);
  const bare = isGrouped ? plain.replaceAll(',', '') : plain;
  if (/^-?(?:\d+\.?\d*|\.\d+)$/.test(bare)) return { isRead: true, value: Number(bare) };
  const problem = bare.includes(',') ? 'Write decimals with a point: 3.5' : 'This isn’t a number.';
  return { isRead: false, problem };
}

/** A number as it stands in its field: with commas between thousands, all its decimals kept. */
export function numberText(value: number | null): string {
  if (value === null) return '';
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return part === undefined ? grouped : `${grouped}.${part}`;
}
