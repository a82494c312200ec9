/** What stands in a cell that should be a number: the number, nothing, or what is wrong with it. */
export type TableNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly detail: string };

const EMPTY: ReadonlySet<string> = new Set(['', '-', '–', 'na', 'n/a', 'nan', 'nr', '.']);

/**
 * Reads a number as people write it: `7 499`, `7,499,000`, `−1.5`, `3,5` (a decimal comma, where it can be nothing else).
 * `1,234` may be either, and is asked about.
 */
export function tableNumber(text: string): TableNumber {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^[−–](?=[\d.])/, '-');
  if (EMPTY.has(plain.toLowerCase())) return { kind: 'empty' };
  if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return { kind: 'number', value: Number(plain) };
  if (/^-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.test(plain) || /^-?\d{1,3},\d{3}\.\d+$/.test(plain))
    return { kind: 'number', value: Number(plain.replaceAll(',', '')) };
  if (/^-?\d{1,3},\d{3}$/.test(plain)) {
    const [whole, point] = [plain.replace(',', ''), plain.replace(',', '.')];
    return { kind: 'problem', detail: `“${text.trim()}” may be ${whole} or ${point}. Write it without the comma.` };
  }
  if (/^-?\d+,\d+$/.test(plain)) return { kind: 'number', value: Number(plain.replace(',', '.')) };
  return { kind: 'problem', detail: `“${text.trim()}” isn’t a number.` };
}
