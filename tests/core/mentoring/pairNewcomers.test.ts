import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PairingInput, pairNewcomers, whyNotPair } from '#core/mentoring/pairNewcomers';

const newcomer = (id: string, languages: readonly string[] = []) => ({ id, languages });
const member = (id: string, places: number, used = 0, languages: readonly string[] = []) => ({
  ...{ id, languages, places, used },
});

/** Every pairing, one by one: how many it pairs, how fair its load is, what its scores come to. */
function bestByTrying(input: PairingInput): { pairs: number; load: number; score: number } {
  const offered = new Set(input.earlier.map(([one, other]) => `${one} ${other}`));
  const scoreOf = (n: string, m: string) => input.scores.find(([a, b]) => a === n && b === m)?.[2] ?? 0;
  let best = { pairs: -1, load: 0, score: 0 };
  const isBetter = (one: typeof best) =>
    one.pairs - best.pairs || best.load - one.load || Math.round((one.score - best.score) * 1000);
  const go = (nth: number, used: Map<string, number>, so: typeof best) => {
    const next = input.newcomers[nth];
    if (!next) {
      if (isBetter(so) > 0) best = so;
      return;
    }
    go(nth + 1, used, so);
    for (const one of input.members) {
      const has = used.get(one.id) ?? one.used;
      if (whyNotPair(next, { ...one, used: has }, offered.has(`${next.id} ${one.id}`)) !== null) continue;
      const further = { pairs: so.pairs + 1, load: so.load + has + 1, score: so.score + scoreOf(next.id, one.id) };
      go(nth + 1, new Map(used).set(one.id, has + 1), further);
    }
  };
  go(0, new Map(), { pairs: 0, load: 0, score: 0 });
  return best;
}

describe('pairing newcomers with members', () => {
  it('gives each newcomer somebody before anybody gets a second one, even where one member suits best', () => {
    const { pairs } = pairNewcomers({
      newcomers: [newcomer('a'), newcomer('b')],
      members: [member('star', 3), member('other', 3)],
      scores: [
        ['a', 'star', 0.9],
        ['b', 'star', 0.8],
        ['b', 'other', 0.1],
      ],
      ...{ earlier: [], seed: 1 },
    });
    expect(pairs.map(one => [one.newcomerId, one.memberId])).toEqual([
      ['a', 'star'],
      ['b', 'other'],
    ]);
  });

  it('never pairs the same two again, nor who share no language, nor beyond the places, and says why', () => {
    const { pairs, unpaired } = pairNewcomers({
      newcomers: [newcomer('a'), newcomer('b', ['Urdu'])],
      members: [member('one', 1, 0, ['English']), member('full', 2, 2)],
      ...{ scores: [], earlier: [['a', 'one']], seed: 1 },
    });
    expect(pairs).toEqual([]);
    expect(unpaired).toEqual([
      { newcomerId: 'a', because: 'They were offered to each other before. All places are used.' },
      { newcomerId: 'b', because: 'They named no language in common. All places are used.' },
    ]);
    expect(
      pairNewcomers({ newcomers: [newcomer('a')], members: [], scores: [], earlier: [], seed: 1 }).unpaired,
    ).toEqual([{ newcomerId: 'a', because: 'Nobody here welcomes newcomers yet.' }]);
  });

  it('draws the same lot for the same seed, and another seed may draw another', () => {
    const input = { newcomers: [newcomer('a')], members: ['p', 'q', 'r', 's'].map(id => member(id, 1)), scores: [] };
    const drawn = Array.from(
      { length: 12 },
      (_, seed) => pairNewcomers({ ...input, earlier: [], seed }).pairs[0]?.memberId,
    );
    expect(
      Array.from({ length: 12 }, (_, seed) => pairNewcomers({ ...input, earlier: [], seed }).pairs[0]?.memberId),
    ).toEqual(drawn);
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('agrees with every pairing tried one by one', () => {
    const languages = fc.subarray(['English', 'Urdu', 'Spanish']);
    const groups = fc.record({
      newcomers: fc.array(languages, { minLength: 1, maxLength: 5 }),
      members: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }), languages), { minLength: 1, maxLength: 4 }),
      scores: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 20, maxLength: 20 }),
      earlier: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 })), { maxLength: 4 }),
      seed: fc.nat({ max: 999 }),
    });
    fc.assert(
      fc.property(groups, drawn => {
        const input: PairingInput = {
          newcomers: drawn.newcomers.map((said, i) => newcomer(`n${i}`, said)),
          members: drawn.members.map(([places, used, said], j) => member(`m${j}`, places, used, said)),
          scores: drawn.newcomers.flatMap((_, i) =>
            drawn.members.map((__, j) => [`n${i}`, `m${j}`, (drawn.scores[i * 4 + j] ?? 0) / 1000] as const),
          ),
          earlier: drawn.earlier.map(([i, j]) => [`n${i}`, `m${j}`] as const),
          seed: drawn.seed,
        };
        const { pairs, unpaired } = pairNewcomers(input);
        const used = new Map(input.members.map(one => [one.id, one.used]));
        let load = 0;
        for (const { memberId } of pairs) {
          used.set(memberId, (used.get(memberId) ?? 0) + 1);
          load += used.get(memberId) ?? 0;
        }
        const best = bestByTrying(input);
        expect([pairs.length, load, pairs.length + unpaired.length]).toEqual([
          best.pairs,
          best.load,
          input.newcomers.length,
        ]);
        expect(pairs.reduce((sum, one) => sum + one.score, 0)).toBeCloseTo(best.score, 9);
      }),
      { numRuns: 300 },
    );
  });
});
