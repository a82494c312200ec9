import { decodeEntities } from '#core/duplicates/normaliseText';

/** A DOI in one spelling: lower case, without resolver, percent escapes, or what a source hung on its end; null if it is none. */
export function normaliseDoi(raw: string | null): string | null {
  if (!raw) return null;
  let text = decodeEntities(raw).trim();
  if (text.includes('%')) {
    text = text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes; // not UTF-8: leave it as it stands
      }
    });
  }
  const found = /10\.\d{3,9}(?:\.\d+)*\/[^\s"]+/.exec(text);
  if (!found) return null;
  const doi = found[0]
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/(?:\.(?:pdf|full|abstract|html?|epdf))+$/, '')
    .replace(/\/(?:abstract|full|pdf|epdf|html|meta|summary)$/, '')
    .replace(/\[(?:doi|pii)\]?$/, '')
    .replace(/[.,;:'>\]]+$/, '');
  const balanced = doi.endsWith(')') && !doi.includes('(') ? doi.replace(/\)+$/, '') : doi;
  return balanced.length > 8 ? balanced : null;
}
