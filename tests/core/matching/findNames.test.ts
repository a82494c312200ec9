import { describe, expect, it } from 'vitest';
import { findNames } from '#core/matching/findNames';

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
