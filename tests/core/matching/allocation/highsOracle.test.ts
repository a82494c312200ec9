import fc from 'fast-check';
import highsModule from 'highs';
import { describe, expect, it } from 'vitest';
import { assignRoles } from '#core/matching/allocation/assignRoles';
import type { RoleAssignment } from '#core/matching/allocation/roleAssignment';

const loadHighs = highsModule as unknown as typeof highsModule.default; // its types are those of its CommonJS twin

/** Larger than could be tried one by one: up to eight people, six roles in three projects of two faculty members. */
const instances: fc.Arbitrary<RoleAssignment> = fc
  .record({
    maxima: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 4, maxLength: 8 }),
    roles: fc.array(fc.record({ project: fc.nat(2), capacity: fc.integer({ min: 1, max: 3 }), min: fc.nat(1) }), {
      minLength: 3,
      maxLength: 6,
    }),
    projectCapacities: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    facultyCapacities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }),
    scores: fc.array(fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }), { minLength: 48, maxLength: 48 }),
  })
  .map(({ maxima, roles, projectCapacities, facultyCapacities, scores }) => ({
    people: maxima.map((maxProjects, i) => ({ id: `i${i}`, skills: [], maxProjects })),
    faculty: facultyCapacities.map((capacity, i) => ({ id: `f${i}`, capacity })),
    projects: projectCapacities.map((capacity, p) => ({
      ...{ id: `p${p}`, faculty: `f${p % 2}`, capacity },
      roles: roles.flatMap((role, j) =>
        role.project === p ? [{ id: `r${j}`, capacity: role.capacity, min: role.min, requiredSkills: [] }] : [],
      ),
    })),
    eligible: maxima.flatMap((_, i) =>
      roles.flatMap((__, j) => {
        const score = scores[i * 6 + j] ?? null;
        return score === null ? [] : [[`i${i}`, `r${j}`, score] as const];
      }),
    ),
  }));

/** The same instance as a mixed-integer programme in CPLEX's LP format: maximise the objective under the capacities. */
function programme(
  instance: RoleAssignment,
  objective: (score: number) => number,
  further: readonly string[] = [],
): string {
  const name = (person: string, role: string) => `x_${person}_${role}`;
  const sum = (pairs: RoleAssignment['eligible']) => pairs.map(([person, role]) => name(person, role)).join(' + ');
  const rows: string[] = [...further];
  const atMost = (pairs: RoleAssignment['eligible'], most: number) => {
    if (pairs.length > 0) rows.push(`${sum(pairs)} <= ${most}`);
  };
  for (const person of instance.people) {
    atMost(
      instance.eligible.filter(pair => pair[0] === person.id),
      person.maxProjects,
    );
  }
  for (const project of instance.projects) {
    const ids = new Set(project.roles.map(role => role.id));
    const inProject = instance.eligible.filter(pair => ids.has(pair[1]));
    atMost(inProject, project.capacity);
    for (const person of instance.people)
      atMost(
        inProject.filter(pair => pair[0] === person.id),
        1,
      );
    for (const role of project.roles) {
      const own = instance.eligible.filter(pair => pair[1] === role.id);
      atMost(own, role.capacity);
      if (role.min > 0) rows.push(`${own.length > 0 ? sum(own) : '0 nobody'} >= ${role.min}`);
    }
  }
  for (const member of instance.faculty) {
    const ids = new Set(
      instance.projects.filter(one => one.faculty === member.id).flatMap(one => one.roles.map(role => role.id)),
    );
    atMost(
      instance.eligible.filter(pair => ids.has(pair[1])),
      member.capacity,
    );
  }
  const worth = instance.eligible
    .map(([person, role, score]) => `${objective(score)} ${name(person, role)}`)
    .join(' + ');
  const binaries = instance.eligible.map(([person, role]) => name(person, role)).join(' ');
  const constraints = rows.map((row, nth) => ` c${nth}: ${row}`).join('\n');
  return `Maximize\n obj: ${worth || '0 nobody'}\nSubject To\n${constraints}\nBinary\n ${binaries} nobody\nEnd`;
}

describe('roles assigned by a flow of least cost', async () => {
  const highs = await loadHighs();
  const optimum = (text: string): number | null => {
    const { Status, ObjectiveValue } = highs.solve(text);
    return Status === 'Optimal' ? Math.round(ObjectiveValue) : null;
  };

  it('agree with HiGHS on the greatest sum, on most pairs and their sum, and on the worst-off', () => {
    let solved = 0;
    fc.assert(
      fc.property(instances, instance => {
        const mine = assignRoles(instance);
        const pairs = optimum(programme(instance, () => 1));
        expect(mine.estimable).toBe(pairs !== null);
        if (!mine.estimable || pairs === null) return;
        solved++;
        const { maximumTotal, mostPeople, worstOffFirst } = mine.value;
        expect(maximumTotal.total).toBe(optimum(programme(instance, score => score)));
        // With a worth of each pair above all scores together, the pairs come first.
        const both = optimum(programme(instance, score => 10_000 + score));
        expect(mostPeople.pairs).toBe(pairs);
        expect(10_000 * mostPeople.pairs + mostPeople.total).toBe(both);
        if (worstOffFirst.minimum === null) return;
        const better = instance.eligible.filter(pair => pair[2] > (worstOffFirst.minimum ?? 0));
        const atLeast = instance.eligible.filter(pair => pair[2] >= (worstOffFirst.minimum ?? 0));
        expect(worstOffFirst.pairs).toBe(pairs);
        const withBetter = optimum(programme({ ...instance, eligible: better }, () => 1));
        expect(withBetter === null || withBetter < pairs).toBe(true);
        const sums = optimum(programme({ ...instance, eligible: atLeast }, score => 10_000 + score));
        expect(10_000 * worstOffFirst.pairs + worstOffFirst.total).toBe(sums);
      }),
      { numRuns: 60 },
    );
    expect(solved).toBeGreaterThan(10);
  });
});
