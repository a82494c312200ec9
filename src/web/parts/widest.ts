/** "heart failure" says "heart" and "failure" too: words that stand in a longer term beside them aren't said twice. */
export function widest(terms: readonly string[]): readonly string[] {
  const wordsOf = (term: string) => term.toLowerCase().split(' ');
  return terms.filter(term => {
    const words = wordsOf(term);
    return !terms.some(
      other => wordsOf(other).length > words.length && words.every(word => wordsOf(other).includes(word)),
    );
  });
}
