import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCohort, type Cohort } from '#core/matching/allocation/allocateCohort';
import { ALLOCATION_METHODS } from '#core/people/vocabulary';

const COHORT: Cohort = {
  people: [
    { id: 'ada', wishes: ['x', 'y'] },
    { id: 'ben', wishes: ['x'] },
    { id: 'eve', wishes: [] },
  ],
  openings: [
    { id: 'x', leadId: 'L', capacity: 1 },
    { id: 'y', leadId: 'M', capacity: 1 },
  ],
  leads: [
    { id: 'L', ranking: ['ben', 'ada'], capacity: 1 },
    { id: 'M', ranking: [], capacity: 1 },
  ],
  scores: [
    ['ada', 'x', 3],
    ['ada', 'y', 2],
    ['ben', 'x', 1],
    ['eve', 'y', 5],
  ],
  conflicts: [],
  locks: [],
  seed: 7,
};

const pairsOf = (cohort: Cohort, method: (typeof ALLOCATION_METHODS)[number]) =>
  Object.fromEntries(allocateCohort(cohort, method).placements.map(one => [one.personId, one.openingId]));

describe('a cohort placed at once', () => {
  it('is stable where it is asked to be, and tells ranks and who is left', () => {
    const answer = allocateCohort(COHORT, 'people-first');
    expect(answer.blocking).toEqual([]);
    expect(answer.placements).toContainEqual({
      ...{ personId: 'ben', openingId: 'x', wish: 1, leadRank: 1, score: 1, isLocked: false },
    });
    // Lead M ranked nobody: the scores stand in, and Eve's is greater.
    expect(pairsOf(COHORT, 'people-first')).toEqual({ ben: 'x', eve: 'y' });
    expect(answer.unplaced).toEqual(['ada']);
    expect(answer.unplacedBecause).toEqual([
      { personId: 'ada', openingId: 'x', why: 'opening-full' },
      { personId: 'ada', openingId: 'y', why: 'opening-full' },
    ]);
  });

  it('tells of each opening why it was not for somebody', () => {
    const [x, y] = [
      { id: 'x', leadId: 'L', capacity: 2 },
      { id: 'y', leadId: 'L', capacity: 1 },
    ];
    const cohort: Cohort = {
      ...COHORT,
      people: ['ada', 'ben', 'eve'].map(id => ({ id, wishes: ['x', 'y', 'z'] })),
      openings: [x, y, { id: 'z', leadId: 'M', capacity: 0 }],
      leads: [
        { id: 'L', ranking: ['ada', 'ben', 'eve'], capacity: 1 },
        { id: 'M', ranking: [], capacity: 1 },
      ],
      scores: [...['ada', 'eve'].flatMap(id => ['x', 'y', 'z'].map(to => [id, to, 1] as const)), ['ben', 'z', 1]],
      conflicts: [['eve', 'y']],
    };
    const why = (personId: string) =>
      allocateCohort(cohort, 'people-first').unplacedBecause.filter(one => one.personId === personId);
    expect(why('ben').map(one => one.why)).toEqual(['ruled-out', 'ruled-out', 'no-seat']);
    expect(why('eve').map(one => one.why)).toEqual(['lead-full', 'kept-apart', 'no-seat']);
    expect(why('ada')).toEqual([]);
  });

  it('has the greatest sum, most people, or the worst off first, as it is asked', () => {
    expect(allocateCohort(COHORT, 'best-total')).toMatchObject({ total: 8, minimum: 3 });
    expect(allocateCohort(COHORT, 'most-people').placements).toHaveLength(2);
    expect(allocateCohort(COHORT, 'worst-off-first')).toMatchObject({ minimum: 3 });
  });

  it('keeps what is locked by hand and what must not be, by every method', () => {
    for (const method of ALLOCATION_METHODS) {
      const locked = pairsOf({ ...COHORT, locks: [['ada', 'y']] }, method);
      expect(locked.ada, method).toBe('y');
      const apart = pairsOf({ ...COHORT, conflicts: [['ben', 'L']] }, method);
      expect(apart.ben, method).toBeUndefined();
    }
  });

  it('never overfills a seat or a lead, and its stable answers are stable, whatever the cohort', () => {
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const cohorts = fc
      .record({ people: fc.integer({ min: 1, max: 6 }), openings: fc.integer({ min: 1, max: 4 }), seed: fc.nat() })
      .chain(({ people, openings, seed }) =>
        fc
          .record({
            wishes: fc.array(fc.shuffledSubarray(ids('o', openings)), { minLength: people, maxLength: people }),
            rankings: fc.array(fc.shuffledSubarray(ids('p', people)), { minLength: 2, maxLength: 2 }),
            scores: fc.array(fc.integer({ min: 0, max: 9 }), {
              minLength: people * openings,
              maxLength: people * openings,
            }),
            capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: openings, maxLength: openings }),
          })
          .map(
            (made): Cohort => ({
              people: made.wishes.map((wishes, i) => ({ id: `p${i}`, wishes })),
              openings: made.capacities.map((capacity, i) => ({ id: `o${i}`, leadId: `l${i % 2}`, capacity })),
              leads: made.rankings.map((ranking, i) => ({ id: `l${i}`, ranking, capacity: 2 })),
              scores: made.scores.map((score, i) => [`p${i % people}`, `o${Math.floor(i / people)}`, score] as const),
              ...{ conflicts: [], locks: [], seed },
            }),
          ),
      );
    fc.assert(
      fc.property(cohorts, cohort => {
        const totals = ALLOCATION_METHODS.map(method => {
          const answer = allocateCohort(cohort, method);
          for (const { id, capacity } of cohort.openings)
            expect(answer.placements.filter(one => one.openingId === id).length).toBeLessThanOrEqual(capacity);
          if (method === 'people-first' || method === 'leads-first') expect(answer.blocking).toEqual([]);
          return answer.total;
        });
        // Nothing has a greater sum than the method that seeks it.
        expect(Math.max(...totals)).toBe(allocateCohort(cohort, 'best-total').total);
      }),
      { numRuns: 60 },
    );
  });
});
