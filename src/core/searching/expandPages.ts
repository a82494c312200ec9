/**
 * The full range of pages that an abbreviated one stands for: `345-52` is `345-352`, `S12-9` is `S12-S19`. Dashes of all
 * kinds become a hyphen, and what is no range stays as it is. Records are compared by this form and shown as written.
 */
export function expandPages(pages: string): string {
  const plain = pages.replace(/\s*[-‐‑‒–—−]+\s*/g, '-').trim();
  const range = /^([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)$/.exec(plain);
  if (!range) return plain;
  const [, prefix = '', first = '', ownPrefix = '', last = ''] = range;
  if (ownPrefix !== '' && ownPrefix.toLowerCase() !== prefix.toLowerCase()) return plain;
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(whole) < Number(first) ? plain : `${prefix}${first}-${prefix}${whole}`;
}
