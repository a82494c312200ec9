import { describe, expect, it } from 'vitest';
import { stemWord } from '#core/matching/stemWord';

describe('stems of words', () => {
  // The examples of Porter's own paper, carried through all of its steps.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['bled', 'bled'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['rational', 'ration'],
    ['generalizations', 'gener'],
    ['oscillators', 'oscil'],
    ['replacement', 'replac'],
    ['adoption', 'adopt'],
    ['homologous', 'homolog'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['controll', 'control'],
    ['roll', 'roll'],
  ])('%s gives %s', (word, stem) => {
    expect(stemWord(word)).toBe(stem);
  });

  it('leaves alone what is no plain English word', () => {
    expect(stemWord('covid19')).toBe('covid19');
    expect(stemWord('is')).toBe('is');
  });
});
