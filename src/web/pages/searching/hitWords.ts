/**
 * The words of a search as they should be marked in what it found: PostgreSQL's English search finds other endings too,
 * so the mark takes them as well; what is left out with a minus isn't marked.
 */
export function hitWords(text: string): string[] {
  const words = text.toLowerCase().match(/-?[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter(word => !word.startsWith('-') && word !== 'or' && word.length > 1)
    .map(word => `${word.length > 4 ? word.replace(/(?:ations?|ings?|ed|es|s|e)$/, '') : word}*`);
}
