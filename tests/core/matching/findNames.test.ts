import { describe, expect, it } from 'vitest';
import { findNames, findWords } from '#core/matching/findNames';

const people = [
  { id: '1', name: 'Ayşe Yılmaz' },
  { id: '2', name: 'Siobhán Murphy' },
  { id: '3', name: 'Rajesh Krishnamurthy' },
  { id: '4', name: 'Ana Kovačević' },
];

describe('names that a person may have meant', () => {
  it.each([
    ['Krishnamurty', '3'],
    ['siobhan', '2'],
    ['Kovacevic', '4'],
    ['ayse', '1'],
  ])('%s', (asked, id) => {
    expect(findNames(asked, people)[0]?.id).toBe(id);
  });

  it('finds nothing for an empty question', () => {
    expect(findNames('  ', people)).toEqual([]);
  });

  it('finds nobody when nothing is like it', () => {
    expect(findNames('xqzw', people)).toEqual([]);
  });
});

describe('words that are looked for in titles', () => {
  const titles = [
    { id: 'tb', name: 'BCG vaccination for the prevention of tuberculosis' },
    { id: 'px', name: 'Recurrence after a first pneumothorax · Pulmonary medicine · Amara Okafor' },
    { id: 'an', name: 'Extractor · Simulation training in anaesthesiology · Rosa Lind' },
  ];
  const found = (question: string) => findWords(question, titles).map(one => one.id);

  it.each([
    ['pneumotorax', ['px']],
    ['anasthesiologi simulation', ['an']],
    ['okafr', ['px']],
    ['tuberculosis vacination', ['tb']],
  ])('“%s” is understood, in whatever order', (question, ids) => {
    expect(found(question)).toEqual(ids);
  });

  it.each(['sepsis', 'stroke', 'tuberculosis pneumothorax', '!tuberculosis ^x', ''])(
    '“%s” finds nothing that only looks like it',
    question => {
      expect(found(question)).toEqual([]);
    },
  );
});
