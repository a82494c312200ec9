/** Small letters, accents off, everything but letters and digits a space: how texts and searches are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the words stand in the text side by side and in order; an asterisk after the last lets it go on. */
export function findsPhrase(text: string, phrase: string): boolean {
  const wanted = foldText(phrase);
  if (wanted === '') return false;
  const goesOn = phrase.trimEnd().endsWith('*');
  return ` ${foldText(text)} `.includes(goesOn ? ` ${wanted}` : ` ${wanted} `);
}

/** Whether all words stand in the text in any order, with at most `distance` other words between the first and the last. */
export function findsWithin(text: string, phrase: string, distance: number): boolean {
  const wanted = foldText(phrase).split(' ');
  const words = foldText(text).split(' ');
  const span = wanted.length + distance;
  return words.some((word, at) => {
    if (!wanted.includes(word)) return false;
    const left = words.slice(at, at + span);
    return wanted.every(each => {
      const found = left.indexOf(each);
      if (found >= 0) left.splice(found, 1);
      return found >= 0;
    });
  });
}
