/** Plain words are written in small letters; what has digits or capitals inside is a name or an abbreviation. */
const PLAIN = /^\p{L}[\p{Ll}'-]+$/u;
const NO_NOUN = /(?:ing|ed|al|ic|ive|ous|ary|able|ible|ular|ly)$/;
const NO_PLURAL = /(?:ss|us|is|etes|pes|ies)$/;

/** One word with all its endings: truncated where it is long enough to stay what it is. */
export function wordForms(word: string): readonly string[] {
  if (word.endsWith('*') || word.length < 5 || !PLAIN.test(word)) return [word];
  if (word.endsWith('ies') && word.length > 5) return [word, `${word.slice(0, -3)}y`];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [`${word.length > 5 && word.endsWith('s') && !NO_PLURAL.test(word) ? word.slice(0, -1) : word}*`];
}

/** A phrase and, where its last word is a plain noun, the same in the other number: "hip fracture", "hip fractures". */
export function phraseForms(phrase: string): readonly string[] {
  const last = phrase.split(' ').at(-1) ?? '';
  // In "quality of life" and "65 years or older" the last word is not the one that is counted.
  const other = / (?:of|or) /i.test(phrase) ? null : otherNumber(last);
  return other === null ? [phrase] : [phrase, phrase.slice(0, phrase.length - last.length) + other];
}

function otherNumber(word: string): string | null {
  if (word.length < 4 || !PLAIN.test(word) || word.endsWith('*')) return null;
  if (/[^aeiou]ies$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`;
  if (NO_NOUN.test(word) || NO_PLURAL.test(word)) return null;
  if (word.endsWith('s')) return word.slice(0, -1);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh|a|o|m)$/.test(word) ? null : `${word}s`;
}
