import { describe, expect, it } from 'vitest';
import { slicesDone, slicesOf } from '#services/imports/searchSlices';

describe('a search that PubMed hands out in slices', () => {
  const parts = [
    { from: '1800/01/01', to: '2004/12/31', pmids: ['1', '2', '3'] },
    { from: '2005/01/01', to: '2015/12/31', pmids: ['4', '5'] },
    { from: '2016/01/01', to: '2026/12/02', pmids: ['5', '6'] },
  ];

  it('counts each record once, and none that the review has already', () => {
    expect(slicesOf(parts, new Set()).map(slice => slice.count)).toEqual([3, 2, 1]);
    expect(slicesOf(parts, new Set(['2', '6'])).map(slice => slice.count)).toEqual([2, 2, 0]);
  });

  it('has no slices where it is had at once', () => {
    expect(slicesOf([{ from: null, to: null, pmids: ['1', '2'] }], new Set())).toEqual([]);
  });

  it.each([
    [0, [0, 0, 0]],
    [4, [3, 1, 0]],
    [6, [3, 2, 1]],
  ])('has %i records fetched one slice after the other', (fetched, done) => {
    expect(slicesDone(slicesOf(parts, new Set()), fetched).map(slice => slice.done)).toEqual(done);
  });
});
