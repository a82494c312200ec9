import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termVocabulary, wordsOf } from '#core/screening/termVocabulary';

/** The words that a vocabulary hands over, as text. */
function readWith(vocabulary: ReturnType<typeof termVocabulary>, text: string): string[] {
  const numbers: number[] = [];
  vocabulary.read(text, term => void numbers.push(term));
  const terms = vocabulary.terms();
  return numbers.map(number => terms[number] ?? '');
}

describe('words of texts that are read character by character', () => {
  it('are the runs of two or more letters, digits and underscores, in any script', () => {
    const letters = fc.constantFrom(...'aB_9 -.,éÉßİıΣσжЖ中文ñ٣²½'.split(''), '𝑝', '𝐀', '😀', '\ud835', 'e\u0301');
    const text = fc.oneof(
      fc.array(letters, { maxLength: 60 }).map(parts => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), texts => {
        const vocabulary = termVocabulary();
        for (const one of texts) expect(readWith(vocabulary, one)).toEqual(wordsOf(one));
      }),
      { numRuns: 300 },
    );
  });

  it('may be as long as a picture in letters', () => {
    const picture = 'iVBOR'.repeat(60_000);
    expect(readWith(termVocabulary(), `see ${picture}`)).toEqual(['see', picture.toLowerCase()]);
  });

  it('keep their numbers while ever more words are met', () => {
    const vocabulary = termVocabulary();
    const words = Array.from({ length: 60_000 }, (_, index) => `word${index}`);
    expect(readWith(vocabulary, words.join(' '))).toEqual(words);
    expect(readWith(vocabulary, 'word59999 word0 word31 new_word')).toEqual([
      'word59999',
      'word0',
      'word31',
      'new_word',
    ]);
    expect(vocabulary.size()).toBe(60_001);
  });
});
