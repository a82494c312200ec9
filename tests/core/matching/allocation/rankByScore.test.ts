import { describe, expect, it } from 'vitest';
import { rankByScore } from '#core/matching/allocation/rankByScore';
import { randomFrom } from '#core/random';

const scored = [
  { id: 'low', score: 1 },
  { id: 'a', score: 2 },
  { id: 'b', score: 2 },
  { id: 'high', score: 3 },
];

describe('a ranking from scores', () => {
  it('puts the greater score first, and lets a stored seed settle ties the same way again', () => {
    const ranking = rankByScore(scored, randomFrom(7));
    expect(ranking[0]).toBe('high');
    expect(ranking[3]).toBe('low');
    expect(rankByScore(scored, randomFrom(7))).toEqual(ranking);
  });

  it('favours neither of two equals over many lotteries', () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => rankByScore(scored, randomFrom(seed))[1]);
    const share = firsts.filter(id => id === 'a').length / firsts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});
