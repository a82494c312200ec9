import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllotmentRequest, allot } from '#core/screening/allotment';

const records = (count: number) => Array.from({ length: count }, (_, index) => `r${index + 1}`);
const team = (...names: string[]) => names.map(personId => ({ personId, capacity: null, alreadyGiven: 0 }));
const request = (part: Partial<AllotmentRequest>): AllotmentRequest => ({
  recordIds: records(10),
  screeners: team('ana', 'ben', 'cy'),
  perRecord: 2,
  pairs: 'rotated',
  recused: [],
  seed: 1,
  ...part,
});

function loads(asked: AllotmentRequest): number[] {
  const { given } = allot(asked);
  return asked.screeners.map(
    ({ personId, alreadyGiven }) => alreadyGiven + given.filter(({ personIds }) => personIds.includes(personId)).length,
  );
}
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const pairsOf = (asked: AllotmentRequest) => allot(asked).given.map(({ personIds }) => [...personIds].sort().join('+'));

const people = fc.integer({ min: 2, max: 8 }).map(count => team(...records(count)));
const anyRequest = fc.record({
  recordIds: fc.integer({ min: 0, max: 60 }).map(records),
  screeners: people,
  perRecord: fc.constantFrom(1 as const, 2 as const),
  pairs: fc.constantFrom('rotated' as const, 'kept' as const),
  recused: fc.constant([]),
  seed: fc.nat(),
});
const withLimits = fc.record({
  recordIds: fc.integer({ min: 0, max: 30 }).map(records),
  screeners: fc
    .array(fc.record({ capacity: fc.option(fc.nat(20)), alreadyGiven: fc.nat(10) }), { maxLength: 6 })
    .map(all => all.map((one, index) => ({ personId: `p${index}`, ...one }))),
  perRecord: fc.constantFrom(1 as const, 2 as const),
  pairs: fc.constantFrom('rotated' as const, 'kept' as const),
  recused: fc.array(
    fc.tuple(
      fc.nat(5).map(index => `p${index}`),
      fc.integer({ min: 1, max: 30 }).map(index => `r${index}`),
    ),
  ),
  seed: fc.nat(),
});

describe('giving records out', () => {
  it('gives everybody the same, within one record, when nothing stands in the way', () => {
    fc.assert(
      fc.property(anyRequest, asked => {
        expect(spread(loads(asked))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives every record to as many different people as asked when nothing stands in the way', () => {
    fc.assert(
      fc.property(anyRequest, asked => {
        const { given, notGiven } = allot(asked);
        expect(notGiven).toEqual([]);
        expect(given.map(({ recordId }) => recordId)).toEqual(asked.recordIds);
        for (const { personIds } of given) expect(new Set(personIds).size).toBe(asked.perRecord);
      }),
    );
  });

  it('keeps capacities and recusals, gives a record all its screeners or none, and accounts for every record', () => {
    fc.assert(
      fc.property(withLimits, asked => {
        const { given, notGiven } = allot(asked);
        expect([...given, ...notGiven].map(({ recordId }) => recordId).sort()).toEqual([...asked.recordIds].sort());
        for (const { recordId, personIds } of given) {
          expect(new Set(personIds).size).toBe(asked.perRecord);
          for (const [person, record] of asked.recused) {
            expect(record === recordId && personIds.includes(person)).toBe(false);
          }
        }
        for (const { personId, capacity, alreadyGiven } of asked.screeners) {
          const now = given.filter(({ personIds }) => personIds.includes(personId)).length;
          if (now > 0 && capacity !== null) expect(alreadyGiven + now).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });

  it('gives single records out as long as anybody who may judge them has room', () => {
    fc.assert(
      fc.property(withLimits, asked => {
        const single = { ...asked, perRecord: 1 as const };
        const { given, notGiven } = allot(single);
        for (const { recordId, because } of notGiven) {
          if (because !== 'capacity-used-up') continue;
          const free = single.screeners.filter(({ personId, capacity, alreadyGiven }) => {
            const now = given.filter(({ personIds }) => personIds.includes(personId)).length;
            const isRecused = single.recused.some(([person, record]) => person === personId && record === recordId);
            return !isRecused && (capacity === null || alreadyGiven + now < capacity);
          });
          expect(free).toEqual([]);
        }
      }),
    );
  });

  it('gives the same again for the same seed', () => {
    fc.assert(
      fc.property(withLimits, asked => {
        expect(allot(asked)).toEqual(allot(asked));
      }),
    );
  });

  it('lets everybody work with everybody when pairs rotate', () => {
    const asked = request({ recordIds: records(60), screeners: team('ana', 'ben', 'cy', 'dee') });
    const pairs = pairsOf(asked);
    const counts = [...new Set(pairs)].map(pair => pairs.filter(other => other === pair).length);
    expect(counts).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('keeps the same two together when pairs are kept', () => {
    const asked = request({ recordIds: records(60), screeners: team('ana', 'ben', 'cy', 'dee'), pairs: 'kept' });
    expect(new Set(pairsOf(asked)).size).toBe(2);
  });

  it('gives less to who was given more before', () => {
    const screeners = [
      { personId: 'ana', capacity: null, alreadyGiven: 6 },
      { personId: 'ben', capacity: null, alreadyGiven: 0 },
      { personId: 'cy', capacity: null, alreadyGiven: 3 },
    ];
    expect(loads(request({ recordIds: records(9), screeners, perRecord: 1 }))).toEqual([6, 6, 6]);
  });

  it('hands records on so that nobody sits idle beside a record that only a full screener could take', () => {
    // Only ana may judge r1; both have room for one.
    const screeners = [
      { personId: 'ana', capacity: 1, alreadyGiven: 0 },
      { personId: 'ben', capacity: 1, alreadyGiven: 0 },
    ];
    for (let seed = 0; seed < 20; seed++) {
      const asked = request({ recordIds: records(2), screeners, perRecord: 1, recused: [['ben', 'r1']], seed });
      expect(allot(asked).notGiven).toEqual([]);
    }
  });

  it('pairs the one with much room with everybody else in turn', () => {
    const screeners = [10, 2, 2, 2].map((capacity, index) => ({ personId: `p${index}`, capacity, alreadyGiven: 0 }));
    for (let seed = 0; seed < 20; seed++) {
      expect(allot(request({ recordIds: records(6), screeners, seed })).notGiven).toEqual([]);
    }
  });

  it('says why a record is given to nobody', () => {
    const because = (part: Partial<AllotmentRequest>) =>
      allot(request({ recordIds: ['r1'], ...part })).notGiven.map(gap => gap.because);
    expect(because({ screeners: team('ana') })).toEqual(['too-few-screeners']);
    expect(
      because({
        recused: [
          ['ana', 'r1'],
          ['cy', 'r1'],
        ],
      }),
    ).toEqual(['too-many-recused']);
    const full = [...team('ana'), { personId: 'ben', capacity: 4, alreadyGiven: 4 }];
    expect(because({ screeners: full })).toEqual(['capacity-used-up']);
    expect(because({ screeners: team('a', 'b', 'c', 'd'), pairs: 'kept', recused: [] })).toEqual([]);
  });
});
