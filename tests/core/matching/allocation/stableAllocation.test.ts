import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockingPairs } from '#core/matching/allocation/blockingPairs';
import { lecturerOptimal } from '#core/matching/allocation/lecturerOptimal';
import { studentOptimal } from '#core/matching/allocation/studentOptimal';
import type { Allocation, StudentProjects } from '#core/matching/allocation/studentProjects';
import { Problem } from '#core/problem';
import { describeShared, sharedFile } from '../../../support/shared.js';
import { cohorts } from './cohorts.js';

const rank = (cohort: StudentProjects, student: string, project: string | null): number =>
  project === null ? Number.POSITIVE_INFINITY : (cohort.students[student]?.indexOf(project) ?? -1);

function countBy(allocation: Allocation, keyOf: (project: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const project of Object.values(allocation)) {
    if (project !== null) counts.set(keyOf(project), (counts.get(keyOf(project)) ?? 0) + 1);
  }
  return counts;
}

const lecturerOf = (cohort: StudentProjects) => (project: string) => cohort.projects[project]?.lecturer ?? '';

/** Every way to give each student one acceptable project or none within the capacities. */
function everyAllocation(cohort: StudentProjects): Allocation[] {
  let partial: Record<string, string | null>[] = [{}];
  for (const [student, wishes] of Object.entries(cohort.students)) {
    const acceptable = wishes.filter(project =>
      cohort.lecturers[lecturerOf(cohort)(project)]?.ranking.includes(student),
    );
    partial = partial.flatMap(allocation =>
      [null, ...acceptable].map(project => ({ ...allocation, [student]: project })),
    );
  }
  return partial.filter(allocation => isWithinCapacities(cohort, allocation));
}

function isWithinCapacities(cohort: StudentProjects, allocation: Allocation): boolean {
  const projects = countBy(allocation, project => project);
  const lecturers = countBy(allocation, lecturerOf(cohort));
  return (
    [...projects].every(([project, count]) => count <= (cohort.projects[project]?.capacity ?? 0)) &&
    [...lecturers].every(([lecturer, count]) => count <= (cohort.lecturers[lecturer]?.capacity ?? 0))
  );
}

describe('a stable allocation of students to projects', () => {
  it('respects capacities and wishes, and has no blocking pair', () => {
    fc.assert(
      fc.property(cohorts, cohort => {
        for (const allocation of [studentOptimal(cohort), lecturerOptimal(cohort)]) {
          expect(isWithinCapacities(cohort, allocation)).toBe(true);
          for (const [student, project] of Object.entries(allocation)) {
            if (project !== null) expect(cohort.students[student]).toContain(project);
          }
          expect(blockingPairs(cohort, allocation)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives each student the best and, from the lecturers’ side, the worst that any stable allocation has for them', () => {
    fc.assert(
      fc.property(cohorts, cohort => {
        const stable = everyAllocation(cohort).filter(allocation => blockingPairs(cohort, allocation).length === 0);
        const best = studentOptimal(cohort);
        const worst = lecturerOptimal(cohort);
        expect(stable).toContainEqual(best);
        expect(stable).toContainEqual(worst);
        for (const student of Object.keys(cohort.students)) {
          const ranks = stable.map(allocation => rank(cohort, student, allocation[student] ?? null));
          expect(rank(cohort, student, best[student] ?? null)).toBe(Math.min(...ranks));
          expect(rank(cohort, student, worst[student] ?? null)).toBe(Math.max(...ranks));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the same students out, and gives each lecturer as many, whichever side it is best for', () => {
    fc.assert(
      fc.property(cohorts, cohort => {
        const [one, other] = [studentOptimal(cohort), lecturerOptimal(cohort)];
        const left = (allocation: Allocation) =>
          Object.keys(allocation).filter(student => allocation[student] === null);
        expect(left(one)).toEqual(left(other));
        expect(countBy(one, lecturerOf(cohort))).toEqual(new Map(countBy(other, lecturerOf(cohort))));
      }),
    );
  });

  it('never joins a conflict of interest', () => {
    const cohort: StudentProjects = {
      students: { a: ['p', 'q'] },
      lecturers: { l: { ranking: ['a'], capacity: 2 }, m: { ranking: ['a'], capacity: 2 } },
      projects: { p: { lecturer: 'l', capacity: 1 }, q: { lecturer: 'm', capacity: 1 } },
    };
    expect(studentOptimal(cohort)).toEqual({ a: 'p' });
    expect(studentOptimal({ ...cohort, conflicts: [['a', 'l']] })).toEqual({ a: 'q' });
    expect(
      studentOptimal({
        ...cohort,
        conflicts: [
          ['a', 'l'],
          ['a', 'q'],
        ],
      }),
    ).toEqual({ a: null });
  });

  it('refuses an instance that contradicts itself', () => {
    const lecturers = { l: { ranking: ['a'], capacity: 1 } };
    const twice = { students: { a: ['p', 'p'] }, lecturers, projects: { p: { lecturer: 'l', capacity: 1 } } };
    const unknown = { students: { a: ['r'] }, lecturers, projects: { p: { lecturer: 'l', capacity: 1 } } };
    const nobodys = { students: { a: ['p'] }, lecturers, projects: { p: { lecturer: 'x', capacity: 1 } } };
    for (const broken of [twice, unknown, nobodys]) expect(() => studentOptimal(broken)).toThrow(Problem);
  });
});

describe('blocking pairs', () => {
  const cohort: StudentProjects = {
    students: { a: ['p', 'q'], b: ['p', 'q'] },
    lecturers: { l: { ranking: ['a', 'b'], capacity: 2 } },
    projects: { p: { lecturer: 'l', capacity: 1 }, q: { lecturer: 'l', capacity: 1 } },
  };

  it('are found when the better-ranked student has the lesser project', () => {
    expect(blockingPairs(cohort, { a: 'q', b: 'p' })).toEqual([['a', 'p']]);
    expect(blockingPairs(cohort, { a: 'p', b: 'q' })).toEqual([]);
  });

  it('are found when a seat stays empty that somebody wants', () => {
    expect(blockingPairs(cohort, { a: 'p', b: null })).toEqual([['b', 'q']]);
  });
});

interface GoldenCohort {
  readonly students: Record<string, string[]>;
  readonly faculty: Record<string, string[]>;
  readonly project_faculty: Record<string, string>;
  readonly project_capacity: Record<string, number>;
  readonly faculty_capacity: Record<string, number>;
  readonly expected: { student_optimal: Allocation; faculty_optimal: Allocation };
  readonly id: string;
}

function cohortOf(golden: GoldenCohort): StudentProjects {
  const lecturers = Object.entries(golden.faculty).map(
    ([id, ranking]) => [id, { ranking, capacity: golden.faculty_capacity[id] ?? 0 }] as const,
  );
  const projects = Object.entries(golden.project_faculty).map(
    ([id, lecturer]) => [id, { lecturer, capacity: golden.project_capacity[id] ?? 0 }] as const,
  );
  return {
    students: golden.students,
    lecturers: Object.fromEntries(lecturers),
    projects: Object.fromEntries(projects),
  };
}

describeShared('matching', 'allocations of known answer', () => {
  it('are found exactly, from the side of either', () => {
    const lines = sharedFile('matching/spa.jsonl').split('\n').filter(Boolean);
    const placed = (allocation: Allocation) => Object.fromEntries(Object.entries(allocation).filter(([, p]) => p));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const golden = JSON.parse(line) as GoldenCohort; // the shape is that of the data's README
      const cohort = cohortOf(golden);
      expect(placed(studentOptimal(cohort)), golden.id).toEqual(placed(golden.expected.student_optimal));
      expect(placed(lecturerOptimal(cohort)), golden.id).toEqual(placed(golden.expected.faculty_optimal));
    }
  });
});
