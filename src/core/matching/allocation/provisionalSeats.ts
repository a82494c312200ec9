import type { PreparedInstance } from '#core/matching/allocation/studentProjects';

/** Who sits where while an allocation is being worked out. */
export interface ProvisionalSeats {
  readonly projectOf: (student: string) => string | null;
  readonly inProject: (project: string) => ReadonlySet<string>;
  readonly withLecturer: (lecturer: string) => ReadonlySet<string>;
  readonly seat: (student: string, project: string) => void;
  readonly unseat: (student: string) => void;
  /** The student of the set whom the lecturer ranks last. */
  readonly worst: (lecturer: string, students: ReadonlySet<string>) => string | null;
  readonly allocation: () => Record<string, string | null>;
}

const NOBODY: ReadonlySet<string> = new Set();

export function provisionalSeats(instance: PreparedInstance): ProvisionalSeats {
  const projects = new Map<string, string>();
  const byProject = new Map<string, Set<string>>();
  const byLecturer = new Map<string, Set<string>>();
  const add = (sets: Map<string, Set<string>>, key: string, student: string) => {
    const known = sets.get(key) ?? new Set();
    sets.set(key, known.add(student));
  };
  const unseat = (student: string) => {
    const project = projects.get(student);
    if (project === undefined) return;
    projects.delete(student);
    byProject.get(project)?.delete(student);
    byLecturer.get(instance.lecturerOf(project))?.delete(student);
  };
  return {
    projectOf: student => projects.get(student) ?? null,
    inProject: project => byProject.get(project) ?? NOBODY,
    withLecturer: lecturer => byLecturer.get(lecturer) ?? NOBODY,
    seat: (student, project) => {
      unseat(student);
      projects.set(student, project);
      add(byProject, project, student);
      add(byLecturer, instance.lecturerOf(project), student);
    },
    unseat,
    worst: (lecturer, students) => {
      let last: string | null = null;
      for (const student of students) {
        if (last === null || instance.rankOfStudent(lecturer, student) > instance.rankOfStudent(lecturer, last))
          last = student;
      }
      return last;
    },
    allocation: () => Object.fromEntries(instance.studentIds.map(student => [student, projects.get(student) ?? null])),
  };
}
