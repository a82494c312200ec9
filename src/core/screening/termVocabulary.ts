/** Words of a text as they are compared: lower case, runs of two or more letters, digits or underscores. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

/** Terms numbered in the order in which they were first met. */
export interface TermVocabulary {
  /** Hands over the number of each word of a text, in the text's order. */
  readonly read: (text: string, take: (term: number) => void) => void;
  readonly size: () => number;
  readonly terms: () => readonly string[];
}

const UNKNOWN = 0;
const OTHER = 1;
const IN_WORD = 2;
/** Half of a letter beyond the first 65,536: such a text is rare, and read by the expression above. */
const HALF = 3;

/** What each character is, found out when it is first met. */
const kinds = new Uint8Array(65_536);

function kindOf(code: number): number {
  let kind = kinds[code] as number; // there is a kind for each of the 65,536
  if (kind === UNKNOWN) {
    if (code >= 0xd800 && code <= 0xdfff) kind = HALF;
    else kind = /[\p{L}\p{N}_]/u.test(String.fromCharCode(code)) ? IN_WORD : OTHER;
    kinds[code] = kind;
  }
  return kind;
}

/**
 * Numbers the words of texts without making a string of each: a text is walked once, character by character, and each word
 * is looked up by its characters. Millions of words are met and only thousands are new.
 */
export function termVocabulary(): TermVocabulary {
  let table = new Int32Array(1 << 15);
  let letters = new Uint16Array(1 << 17);
  let hashes = new Int32Array(1 << 13);
  let starts = new Int32Array(1 << 13);
  let size = 0;

  const place = (term: number): void => {
    const mask = table.length - 1;
    let slot = (hashes[term] as number) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = term + 1;
  };
  const roomFor = (length: number): void => {
    const used = starts[size] as number;
    if (used + length > letters.length) {
      const more = new Uint16Array(Math.max(2 * letters.length, used + length));
      more.set(letters);
      letters = more;
    }
    if (size + 2 > starts.length) {
      const moreStarts = new Int32Array(2 * starts.length);
      moreStarts.set(starts);
      starts = moreStarts;
      const moreHashes = new Int32Array(2 * hashes.length);
      moreHashes.set(hashes);
      hashes = moreHashes;
    }
    if (2 * (size + 1) > table.length) {
      table = new Int32Array(4 * table.length);
      for (let term = 0; term < size; term++) place(term);
    }
  };
  const isSame = (term: number, text: string, from: number, length: number): boolean => {
    const start = starts[term] as number;
    if ((starts[term + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) if (letters[start + at] !== text.charCodeAt(from + at)) return false;
    return true;
  };
  const numberOf = (text: string, from: number, to: number, hash: number): number => {
    const length = to - from;
    const mask = table.length - 1;
    for (let slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      const term = (table[slot] as number) - 1; // the mask keeps slots inside the table
      if (hashes[term] === hash && isSame(term, text, from, length)) return term;
    }
    roomFor(length);
    const start = starts[size] as number;
    for (let at = 0; at < length; at++) letters[start + at] = text.charCodeAt(from + at);
    starts[size + 1] = start + length;
    hashes[size] = hash;
    place(size);
    return size++;
  };
  const readWords = (text: string, take: (term: number) => void): void => {
    for (const word of wordsOf(text)) {
      let hash = 0;
      for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
      take(numberOf(word, 0, word.length, hash));
    }
  };
  return {
    size: () => size,
    read: (original, take) => {
      const text = original.toLowerCase();
      let from = -1;
      let hash = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const kind = (kinds[code] as number) || kindOf(code);
        if (kind === IN_WORD) {
          if (from < 0) from = at;
          hash = mix(hash, code);
          continue;
        }
        if (kind === HALF) return readWords(text.slice(from < 0 ? at : from), take);
        if (from >= 0) {
          if (at - from > 1) take(numberOf(text, from, at, hash));
          from = -1;
          hash = 0;
        }
      }
      if (from >= 0 && text.length - from > 1) take(numberOf(text, from, text.length, hash));
    },
    terms: () =>
      Array.from({ length: size }, (_, term) => {
        let word = '';
        // One by one: a "word" may be a picture in letters, longer than a call may have arguments.
        for (let at = starts[term] as number; at < (starts[term + 1] as number); at++)
          word += String.fromCharCode(letters[at] as number);
        return word;
      }),
  };
}

function mix(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x01000193);
  return mixed ^ (mixed >>> 15);
}
