import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCohort, type Cohort } from '#core/matching/allocation/allocateCohort';
import { allocateRuledCohort } from '#core/matching/allocation/allocateRuledCohort';
import { isProvenOptimum } from '#core/matching/allocation/solveByProgramme';
import { brokenRules, type RuledCohort, type TeamRule } from '#core/matching/allocation/teamRules';
import { solveProgramme } from '#gateways/thinking/solveProgramme';

const SCORED = ['best-total', 'most-people', 'worst-off-first'] as const;

/** Up to four people, three openings in two projects of two leads: few enough to try every placing. */
const cohorts: fc.Arbitrary<RuledCohort> = fc
  .record({
    people: fc.integer({ min: 2, max: 4 }),
    scores: fc.array(fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), { minLength: 12, maxLength: 12 }),
    capacities: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
    leads: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
    skilled: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    rules: fc.subarray<TeamRule>([
      { kind: 'apart', personIds: ['i0', 'i1'] },
      { kind: 'skill', projectId: 'p0', skill: 'R' },
      { kind: 'skill', projectId: 'p1', skill: 'R' },
    ]),
  })
  .map(({ people, scores, capacities, leads, skilled, rules }) => ({
    people: Array.from({ length: people }, (_, i) => ({ id: `i${i}`, wishes: [] })),
    // Two openings of one project, which one lead shares with another project: teams lie across the capacities.
    openings: capacities.map((capacity, j) => ({ id: `o${j}`, leadId: `l${j === 0 ? 0 : 1}`, capacity })),
    leads: leads.map((capacity, l) => ({ id: `l${l}`, ranking: [], capacity })),
    scores: Array.from({ length: people }, (_, i) =>
      capacities.flatMap((_c, j) => {
        const score = scores[i * 3 + j] ?? null;
        return score === null ? [] : [[`i${i}`, `o${j}`, score] as const];
      }),
    ).flat(),
    ...{ conflicts: [], locks: [], seed: 1, rules },
    projectOf: new Map([
      ['o0', 'p0'],
      ['o1', 'p0'],
      ['o2', 'p1'],
    ]),
    skillsOf: new Map(skilled.map((isSkilled, i) => [`i${i}`, isSkilled ? ['R'] : []])),
  }));

/** Every placing that keeps all capacities and rules. */
function allPlacings(cohort: RuledCohort): { personId: string; openingId: string; score: number }[][] {
  let found: { personId: string; openingId: string; score: number }[][] = [[]];
  for (const { id } of cohort.people) {
    const own = cohort.scores.filter(pair => pair[0] === id);
    found = found.flatMap(placing => [
      placing,
      ...own.map(([personId, openingId, score]) => [...placing, { personId, openingId, score }]),
    ]);
  }
  const leadOf = new Map(cohort.openings.map(one => [one.id, one.leadId]));
  return found.filter(
    placing =>
      cohort.openings.every(one => placing.filter(pair => pair.openingId === one.id).length <= one.capacity) &&
      cohort.leads.every(one => placing.filter(pair => leadOf.get(pair.openingId) === one.id).length <= one.capacity) &&
      brokenRules(cohort, placing).length === 0,
  );
}

const sum = (placing: readonly { score: number | null }[]) =>
  placing.reduce((total, one) => total + (one.score ?? 0), 0);
const least = (placing: readonly { score: number | null }[]) => Math.min(...placing.map(one => one.score ?? 0));

describe('a cohort with rules on teams', () => {
  it('is placed as well as the best of all placings that keep them, by each aim, or not at all where none does', async () => {
    let ruled = 0;
    await fc.assert(
      fc.asyncProperty(cohorts, async cohort => {
        const all = allPlacings(cohort);
        const most = Math.max(...all.map(placing => placing.length));
        const fullest = all.filter(placing => placing.length === most);
        const fairest = Math.max(...fullest.map(least));
        const best = {
          'best-total': Math.max(...all.map(sum)),
          'most-people': Math.max(...fullest.map(sum)),
          'worst-off-first': Math.max(...fullest.filter(placing => least(placing) === fairest).map(sum)),
        };
        for (const method of SCORED) {
          const answer = await allocateRuledCohort(cohort, method, solveProgramme);
          if (all.length === 0) {
            expect(answer.because).toMatch(/no placing keeps/);
            continue;
          }
          if (cohort.rules.length > 0) ruled++;
          expect([answer.because, answer.isProven]).toEqual([null, true]);
          expect(brokenRules(cohort, answer.placements)).toEqual([]);
          expect(sum(answer.placements)).toBe(best[method]);
          if (method !== 'best-total') expect(answer.placements).toHaveLength(most);
          if (method === 'worst-off-first' && most > 0) expect(least(answer.placements)).toBe(fairest);
        }
      }),
      { numRuns: 40 },
    );
    expect(ruled, 'rules that could be kept').toBeGreaterThan(20);
  });

  const two = (rules: readonly TeamRule[]): RuledCohort => {
    const plain: Cohort = {
      people: ['ann', 'ben'].map(id => ({ id, wishes: [] })),
      openings: ['screener', 'extractor'].map(id => ({ id, leadId: 'lead', capacity: 1 })),
      leads: [{ id: 'lead', ranking: [], capacity: 2 }],
      scores: [
        ...[['ann', 'screener', 3] as const, ['ann', 'extractor', 2] as const],
        ...[['ben', 'screener', 2] as const, ['ben', 'extractor', 3] as const],
      ],
      ...{ conflicts: [], locks: [], seed: 1 },
    };
    const projectOf = new Map(['screener', 'extractor'].map(id => [id, 'review']));
    return { ...plain, rules, projectOf, skillsOf: new Map([['ben', ['R']]]) };
  };

  it('loses a person where the two may not be together, though every capacity would take both', async () => {
    const apart = two([{ kind: 'apart', personIds: ['ann', 'ben'] }]);
    const answer = await allocateRuledCohort(apart, 'most-people', solveProgramme);
    expect([answer.placements.length, answer.unplaced.length]).toEqual([1, 1]);
    const stable = await allocateRuledCohort(apart, 'people-first', solveProgramme);
    expect(stable.because).toMatch(/1 of the rules on teams is not kept/);
  });

  it('is refused a proof when an answer is worse than another one', async () => {
    const cohort = two([]);
    const worse = cohort.scores.filter(pair => pair[2] === 2);
    const best = cohort.scores.filter(pair => pair[2] === 3);
    const prove = (chosen: typeof worse, method: (typeof SCORED)[number]) =>
      isProvenOptimum(cohort, cohort.scores, method, chosen, solveProgramme);
    for (const method of SCORED) expect([await prove(worse, method), await prove(best, method)]).toEqual([false, true]);
    expect(allocateCohort(cohort, 'best-total').total).toBe(6);
  });
});
