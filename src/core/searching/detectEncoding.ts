export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many bytes follow a byte that begins a character of UTF-8; -1: it begins none. */
function followers(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : -1;
}

/** Counts characters beyond ASCII that are whole in UTF-8, and bytes that can't be; one cut off at the end is neither. */
function countUtf8(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const need = followers(byte);
    let found = 0;
    while (found < need && ((bytes[at + found + 1] ?? 0) & 0xc0) === 0x80) found++;
    if (need > 0 && found === need) whole++;
    else if (need < 0 || at + found + 1 < bytes.length) broken++;
    at += found;
  }
  return { whole, broken };
}

/** Whether every second byte is mostly zero, as in Latin text in UTF-16 without a mark. */
function zeroShare(bytes: Uint8Array, start: 0 | 1): number {
  let zero = 0;
  let all = 0;
  for (let at = start; at < bytes.length && all < 1000; at += 2, all++) if (bytes[at] === 0) zero++;
  return all === 0 ? 0 : zero / all;
}

/**
 * In which encoding bytes from a file's beginning, or from its first byte beyond ASCII on, are written: by the mark at
 * the start, else by what the bytes can be. Bytes that are mostly not UTF-8 are Windows-1252, which holds Latin-1.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length >= 4 && zeroShare(bytes, 1) > 0.5) return 'utf-16le';
  if (bytes.length >= 4 && zeroShare(bytes, 0) > 0.5) return 'utf-16be';
  const { whole, broken } = countUtf8(bytes);
  return broken > whole ? 'windows-1252' : 'utf-8';
}
