import { Problem } from '#core/problem';

/**
 * Students rank projects; each project has one lecturer and a capacity; each lecturer has a capacity and ranks students.
 * Hospitals and residents are the same thing with one project for each lecturer.
 */
export interface StudentProjects {
  readonly students: Readonly<Record<string, readonly string[]>>;
  readonly lecturers: Readonly<Record<string, { readonly ranking: readonly string[]; readonly capacity: number }>>;
  readonly projects: Readonly<Record<string, { readonly lecturer: string; readonly capacity: number }>>;
  /** Pairs of a student and a project or lecturer that must never be: conflicts of interest. */
  readonly conflicts?: readonly (readonly [student: string, projectOrLecturer: string])[];
}

/** The project of each student, or null. */
export type Allocation = Readonly<Record<string, string | null>>;

/** The same instance with ranks to look up, and only such pairs as both sides accept. */
export interface PreparedInstance {
  readonly studentIds: readonly string[];
  readonly lecturerIds: readonly string[];
  /** Acceptable projects of each student, most wanted first. */
  readonly wishes: ReadonlyMap<string, readonly string[]>;
  readonly lecturerOf: (project: string) => string;
  readonly capacityOfProject: (project: string) => number;
  readonly capacityOfLecturer: (lecturer: string) => number;
  readonly ranking: (lecturer: string) => readonly string[];
  /** Place of a student in the lecturer's ranking, 0 first; infinite for one who is not in it. */
  readonly rankOfStudent: (lecturer: string, student: string) => number;
  /** Place of a project among the student's wishes, 0 first; infinite for null and for one not wished. */
  readonly rankOfProject: (student: string, project: string | null) => number;
}

function ranks(list: readonly string[], whose: string): Map<string, number> {
  const places = new Map(list.map((id, place) => [id, place]));
  if (places.size < list.length) throw new Problem('invalid', `The ranking of ${whose} names somebody twice.`);
  return places;
}

function checkCapacity(capacity: number, whose: string): void {
  if (!Number.isInteger(capacity) || capacity < 0) {
    throw new Problem('invalid', `The capacity of ${whose} is a whole number from 0.`);
  }
}

/** Checks an instance and makes it ready; throws a `Problem` for unknown names, double entries and broken capacities. */
export function prepareInstance(instance: StudentProjects): PreparedInstance {
  const projects = new Map(Object.entries(instance.projects));
  const lecturers = new Map(Object.entries(instance.lecturers));
  for (const [id, { lecturer, capacity }] of projects) {
    if (!lecturers.has(lecturer))
      throw new Problem('invalid', `Project ${id} names ${lecturer}, who is not among the lecturers.`);
    checkCapacity(capacity, `project ${id}`);
  }
  for (const [id, { capacity }] of lecturers) checkCapacity(capacity, id);
  const studentRanks = new Map([...lecturers].map(([id, { ranking }]) => [id, ranks(ranking, id)]));
  const lecturerOf = (project: string): string => {
    const found = projects.get(project);
    if (!found) throw new Problem('invalid', `There is no project ${project}.`);
    return found.lecturer;
  };
  const rankOfStudent = (lecturer: string, student: string) =>
    studentRanks.get(lecturer)?.get(student) ?? Number.POSITIVE_INFINITY;
  const conflicts = new Set((instance.conflicts ?? []).map(pair => JSON.stringify(pair)));
  const isConflict = (student: string, other: string) => conflicts.has(JSON.stringify([student, other]));
  const wishes = new Map(
    Object.entries(instance.students).map(([student, list]) => {
      ranks(list, student);
      const accepted = list.filter(project => {
        const lecturer = lecturerOf(project);
        return (
          Number.isFinite(rankOfStudent(lecturer, student)) &&
          !isConflict(student, project) &&
          !isConflict(student, lecturer)
        );
      });
      return [student, accepted];
    }),
  );
  const wishRanks = new Map([...wishes].map(([student, list]) => [student, ranks(list, student)]));
  return {
    studentIds: [...wishes.keys()],
    lecturerIds: [...lecturers.keys()],
    wishes,
    lecturerOf,
    capacityOfProject: project => projects.get(project)?.capacity ?? 0,
    capacityOfLecturer: lecturer => lecturers.get(lecturer)?.capacity ?? 0,
    ranking: lecturer => lecturers.get(lecturer)?.ranking ?? [],
    rankOfStudent,
    rankOfProject: (student, project) =>
      project === null ? Number.POSITIVE_INFINITY : (wishRanks.get(student)?.get(project) ?? Number.POSITIVE_INFINITY),
  };
}
