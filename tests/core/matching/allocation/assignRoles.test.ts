import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignedRoles, assignRoles } from '#core/matching/allocation/assignRoles';
import type { RoleAssignment } from '#core/matching/allocation/roleAssignment';
import { describeShared, sharedFile } from '../../../support/shared.js';

type Pair = readonly [person: string, role: string, score: number];

const instances: fc.Arbitrary<RoleAssignment> = fc
  .record({
    maxima: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
    roles: fc.array(
      fc.record({ project: fc.integer({ min: 0, max: 2 }), capacity: fc.integer({ min: 1, max: 2 }), min: fc.nat(1) }),
      { minLength: 1, maxLength: 4 },
    ),
    projectCapacities: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
    facultyCapacities: fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }),
  })
  .chain(({ maxima, roles, projectCapacities, facultyCapacities }) => {
    const people = maxima.map((maxProjects, i) => ({ id: `i${i}`, skills: [], maxProjects }));
    const all = people.flatMap(person => roles.map((_, j) => [person.id, `r${j}`] as const));
    return fc
      .tuple(
        fc.subarray(all, { maxLength: Math.min(9, all.length) }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }),
      )
      .map(([pairs, scores]) => ({
        people,
        faculty: facultyCapacities.map((capacity, i) => ({ id: `f${i}`, capacity })),
        projects: projectCapacities.map((capacity, i) => ({
          id: `p${i}`,
          faculty: `f${i % 2}`,
          capacity,
          roles: roles.flatMap((role, j) =>
            role.project === i ? [{ id: `r${j}`, capacity: role.capacity, min: role.min, requiredSkills: [] }] : [],
          ),
        })),
        eligible: pairs.map(([person, role], i) => [person, role, scores[i] ?? 1] as const),
      }));
  });

function isLegal(instance: RoleAssignment, pairs: readonly Pair[]): boolean {
  const people = (role: string) => pairs.filter(pair => pair[1] === role).map(pair => pair[0]);
  const inProject = (id: string) =>
    instance.projects.find(project => project.id === id)?.roles.flatMap(role => people(role.id)) ?? [];
  return (
    instance.people.every(person => pairs.filter(pair => pair[0] === person.id).length <= person.maxProjects) &&
    instance.projects.every(project => {
      const placed = inProject(project.id);
      return placed.length <= project.capacity && new Set(placed).size === placed.length;
    }) &&
    instance.projects
      .flatMap(project => project.roles)
      .every(role => people(role.id).length <= role.capacity && people(role.id).length >= role.min) &&
    instance.faculty.every(member => {
      const own = instance.projects.filter(project => project.faculty === member.id);
      return own.flatMap(project => inProject(project.id)).length <= member.capacity;
    })
  );
}

/** All legal choices among the eligible pairs, by trying every subset. */
function everyLegal(instance: RoleAssignment): Pair[][] {
  const choices: Pair[][] = [];
  for (let bits = 0; bits < 1 << instance.eligible.length; bits++) {
    const chosen = instance.eligible.filter((_, i) => bits & (1 << i));
    if (isLegal(instance, chosen)) choices.push(chosen);
  }
  return choices;
}

const totalOf = (pairs: readonly Pair[]) => pairs.reduce((sum, pair) => sum + pair[2], 0);
const leastOf = (pairs: readonly Pair[]) => Math.min(...pairs.map(pair => pair[2]));

function pairsOf(instance: RoleAssignment, solution: AssignedRoles): Pair[] {
  return solution.assignment.map(([person, role]) => {
    const score = instance.eligible.find(pair => pair[0] === person && pair[1] === role)?.[2] ?? Number.NaN;
    return [person, role, score];
  });
}

describe('people assigned to roles', () => {
  it('are a legal choice, and as good as the best of all legal choices in each of the three senses', () => {
    fc.assert(
      fc.property(instances, instance => {
        const legal = everyLegal(instance);
        const solved = assignRoles(instance);
        expect(solved.estimable).toBe(legal.length > 0);
        if (!solved.estimable) return;
        const { maximumTotal, mostPeople, worstOffFirst } = solved.value;
        for (const solution of [maximumTotal, mostPeople, worstOffFirst]) {
          const pairs = pairsOf(instance, solution);
          expect(isLegal(instance, pairs)).toBe(true);
          expect([solution.total, solution.pairs]).toEqual([totalOf(pairs), pairs.length]);
        }
        const most = Math.max(...legal.map(pairs => pairs.length));
        const fullest = legal.filter(pairs => pairs.length === most);
        const least = Math.max(...fullest.map(leastOf));
        expect(maximumTotal.total).toBe(Math.max(...legal.map(totalOf)));
        expect([mostPeople.pairs, mostPeople.total]).toEqual([most, Math.max(...fullest.map(totalOf))]);
        expect(worstOffFirst.pairs).toBe(most);
        expect(worstOffFirst.minimum).toBe(most === 0 ? null : least);
        expect(worstOffFirst.total).toBe(Math.max(...fullest.filter(pairs => leastOf(pairs) === least).map(totalOf)));
      }),
      { numRuns: 300 },
    );
  });

  const small: RoleAssignment = {
    people: [
      { id: 'ana', skills: ['R'], maxProjects: 1 },
      { id: 'ben', skills: [], maxProjects: 1 },
    ],
    faculty: [{ id: 'f', capacity: 2 }],
    projects: [
      {
        id: 'p',
        faculty: 'f',
        capacity: 2,
        roles: [
          { id: 'analyst', capacity: 1, min: 0, requiredSkills: ['R'] },
          { id: 'screener', capacity: 1, min: 0, requiredSkills: [] },
        ],
      },
    ],
    eligible: [
      ['ana', 'analyst', 0.4],
      ['ana', 'screener', 0.9],
      ['ben', 'analyst', 0.8],
      ['ben', 'screener', 0.3],
    ],
  };
  const chosen = (instance: RoleAssignment, aim: 'maximumTotal' | 'mostPeople') => {
    const solved = assignRoles(instance);
    return solved.estimable ? solved.value[aim].assignment : solved.because;
  };

  it('have the skills that the role requires', () => {
    expect(chosen(small, 'mostPeople')).toEqual([
      ['ana', 'analyst'],
      ['ben', 'screener'],
    ]);
    expect(chosen(small, 'maximumTotal')).toEqual([['ana', 'screener']]);
  });

  it('keep a lock set by hand, and no conflict of interest', () => {
    expect(chosen({ ...small, locks: [['ana', 'analyst']] }, 'maximumTotal')).toContainEqual(['ana', 'analyst']);
    expect(chosen({ ...small, conflicts: [['ana', 'p']] }, 'mostPeople')).toEqual([['ben', 'screener']]);
  });

  it('are not given at all when a minimum cannot be kept, and the sentence names the role', () => {
    const needsTwo = small.projects.map(project => ({
      ...project,
      roles: project.roles.map(role => (role.id === 'analyst' ? { ...role, capacity: 2, min: 2 } : role)),
    }));
    expect(chosen({ ...small, projects: needsTwo }, 'mostPeople')).toBe(
      'role analyst needs 2 people, and only 1 may fill it',
    );
    expect(chosen({ ...small, locks: [['ben', 'analyst']] }, 'mostPeople')).toBe(
      'the lock of ben to role analyst cannot be kept',
    );
  });
});

interface GoldenOneToOne {
  readonly kind: string;
  readonly scores: number[][];
  readonly expected: { max_total_score: number; max_cardinality: number };
}

describeShared('matching', 'a table of scores, one place for each', () => {
  it('reaches the optimum of scipy', () => {
    const lines = sharedFile('matching/assign.jsonl').split('\n').filter(Boolean);
    const goldens = lines.map(line => JSON.parse(line) as GoldenOneToOne).filter(({ kind }) => kind === 'one-to-one');
    expect(goldens.length).toBeGreaterThan(0);
    for (const { scores, expected } of goldens) {
      const columns = scores[0]?.length ?? 0;
      const solved = assignRoles({
        people: scores.map((_, i) => ({ id: `${i}`, skills: [], maxProjects: 1 })),
        faculty: [{ id: 'f', capacity: columns }],
        projects: [
          {
            id: 'p',
            faculty: 'f',
            capacity: columns,
            roles: Array.from({ length: columns }, (_, j) => ({ id: `${j}`, capacity: 1, min: 0, requiredSkills: [] })),
          },
        ],
        eligible: scores.flatMap((row, i) => row.map((score, j) => [`${i}`, `${j}`, score] as const)),
      });
      expect(solved.estimable && solved.value.maximumTotal.total).toBe(expected.max_total_score);
      expect(solved.estimable && solved.value.maximumTotal.pairs).toBe(expected.max_cardinality);
    }
  });
});
