/** A check expression that keeps a text column to a closed list of the vocabulary. */
export function checkWords(column: string, words: readonly string[]): string {
  return `${column} in (${words.map(word => `'${word}'`).join(', ')})`;
}
