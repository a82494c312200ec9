import fc from 'fast-check';
import type { StudentProjects } from '#core/matching/allocation/studentProjects';

/** Small random cohorts: up to five students, four projects of two or three lecturers, incomplete rankings on both sides. */
export const cohorts: fc.Arbitrary<StudentProjects> = fc
  .record({
    studentCount: fc.integer({ min: 1, max: 5 }),
    lecturerOfProject: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
    projectCapacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    lecturerCapacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
  })
  .chain(({ studentCount, lecturerOfProject, projectCapacities, lecturerCapacities }) => {
    const students = Array.from({ length: studentCount }, (_, i) => `s${i}`);
    const projects = lecturerOfProject.map((_, i) => `p${i}`);
    return fc
      .record({
        wishes: fc.tuple(...students.map(() => fc.shuffledSubarray(projects))),
        rankings: fc.tuple(...[0, 1, 2].map(() => fc.shuffledSubarray(students))),
      })
      .map(({ wishes, rankings }) => ({
        students: Object.fromEntries(students.map((student, i) => [student, wishes[i] ?? []])),
        lecturers: Object.fromEntries(
          [0, 1, 2].map(i => [`l${i}`, { ranking: rankings[i] ?? [], capacity: lecturerCapacities[i] ?? 0 }]),
        ),
        projects: Object.fromEntries(
          projects.map((project, i) => [
            project,
            { lecturer: `l${lecturerOfProject[i]}`, capacity: projectCapacities[i] ?? 0 },
          ]),
        ),
      }));
  });
