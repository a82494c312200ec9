import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '#core/duplicates/compareRecords';
import type { BibliographicRecord } from '#core/duplicates/record';
import { similarityOfSpelling } from '#core/duplicates/similarityOfSpelling';

const record: BibliographicRecord = {
  recordId: 'a',
  title: 'Effect of early mobilisation on recovery after stroke in Sweden',
  authors: ['Hartmann, Julia', 'Okafor, Chidi'],
  year: 2015,
  journal: 'Journal of Stroke Rehabilitation',
  volume: '28',
  issue: '4',
  pages: '345-352',
  doi: '10.1234/jsr.345',
  pmid: null,
  abstract: null,
  source: 'PubMed',
};
const differing = (words: readonly { text: string; differs: boolean }[]) =>
  words.filter(({ differs }) => differs).map(({ text }) => text);

describe('two records side by side', () => {
  it('marks the words that the other record lacks', () => {
    const other = {
      ...record,
      recordId: 'b',
      title: 'Effect of late mobilisation on the recovery after stroke in Sweden',
    };
    const title = compareRecords(record, other).fields.find(({ field }) => field === 'title');
    expect(differing(title?.a ?? [])).toEqual(['early']);
    expect(differing(title?.b ?? [])).toEqual(['late', 'the']);
  });

  it('marks nothing where two spellings say the same', () => {
    const other = { ...record, pages: '345-52', doi: 'https://doi.org/10.1234/JSR.345' };
    for (const { a, b } of compareRecords(record, other).fields) expect([...differing(a), ...differing(b)]).toEqual([]);
  });

  it('says what a missing field says: nothing', () => {
    const pmid = compareRecords(record, record).fields.find(({ field }) => field === 'pmid');
    expect(pmid).toMatchObject({ level: 'missing', reason: null, a: [], b: [] });
  });

  it('names what forbids to join', () => {
    const { verdict, vetoes } = compareRecords(record, {
      ...record,
      title: `Erratum: ${record.title}`,
      pages: '512',
      doi: null,
    });
    expect(verdict).toBe('doubtful');
    expect(vetoes.map(({ word }) => word)).toContain('veto:kinds-differ');
  });

  it('judges alike in either order', () => {
    const some = fc.record({
      title: fc.constantFrom(
        'Effect of early mobilisation',
        'Effect of early mobilisation on recovery after stroke',
        '[Effect of early mobilisation on recovery after stroke].',
        null,
      ),
      authors: fc.subarray(['Hartmann, Julia', 'Hartman, J', 'Okafor, Chidi', 'Chidi Okafor', 'Hartmann J.Okafor C.']),
      year: fc.constantFrom(2014, 2015, null),
      journal: fc.constantFrom('Journal of Stroke Rehabilitation', 'J Stroke Rehabil', 'JSR', 'Stroke', null),
      pages: fc.constantFrom('345-52', '345', 'S45', 'Suppl-52', '1-8', 'e12345', null),
    });
    fc.assert(
      fc.property(some, some, (left, right) => {
        const [a, b] = [
          { ...record, ...left },
          { ...record, ...right },
        ];
        const [forth, back] = [compareRecords(a, b), compareRecords(b, a)];
        expect(back.probability).toBe(forth.probability);
        expect(back.verdict).toBe(forth.verdict);
        expect(back.fields.map(({ level }) => level)).toEqual(forth.fields.map(({ level }) => level));
      }),
      { numRuns: 500 },
    );
  });
});

describe('similarity of spelling', () => {
  /** Levenshtein's distance by its definition, for short words. */
  const distance = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const [restA, restB] = [a.slice(1), b.slice(1)];
    if (a[0] === b[0]) return distance(restA, restB);
    return 1 + Math.min(distance(restA, b), distance(a, restB), distance(restA, restB));
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  it('is what the definition says, or nothing below the limit', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 0.5, 0.75), (a, b, least) => {
        const longest = Math.max(a.length, b.length);
        const allowed = Math.floor(longest * (1 - least));
        const steps = distance(a, b);
        const expected = longest === 0 ? 1 : steps > allowed ? 0 : 1 - steps / longest;
        expect(similarityOfSpelling(a, b, least)).toBe(expected);
      }),
    );
  });
});
