import { provisionalSeats } from '#core/matching/allocation/provisionalSeats';
import { type Allocation, prepareInstance, type StudentProjects } from '#core/matching/allocation/studentProjects';

export type BlockingPair = readonly [student: string, project: string];

/**
 * The proof of stability: every pair of a student and a project who would both rather have each other than what they got.
 * An empty list means that nobody has a reason to walk away from the allocation.
 *
 * A pair blocks when the student prefers the project to what they have, and (a) project and lecturer have room; or (b) the
 * project has room, the lecturer is full, and the student is with that lecturer already or ranks above the last one there; or
 * (c) the project is full and the student ranks above the last one in it.
 * Source: Abraham, Irving, Manlove 2007, definition of stability. doi:10.1016/j.jda.2006.03.006.
 */
export function blockingPairs(problem: StudentProjects, allocation: Allocation): BlockingPair[] {
  const instance = prepareInstance(problem);
  const seats = provisionalSeats(instance);
  for (const [student, project] of Object.entries(allocation)) if (project !== null) seats.seat(student, project);
  const ranksAboveWorst = (lecturer: string, student: string, among: ReadonlySet<string>) => {
    const worst = seats.worst(lecturer, among);
    return worst !== null && instance.rankOfStudent(lecturer, student) < instance.rankOfStudent(lecturer, worst);
  };
  const lecturerWants = (student: string, project: string): boolean => {
    const lecturer = instance.lecturerOf(project);
    const inProject = seats.inProject(project);
    if (inProject.size >= instance.capacityOfProject(project)) return ranksAboveWorst(lecturer, student, inProject);
    const withLecturer = seats.withLecturer(lecturer);
    if (withLecturer.size < instance.capacityOfLecturer(lecturer)) return true;
    return withLecturer.has(student) || ranksAboveWorst(lecturer, student, withLecturer);
  };
  return instance.studentIds.flatMap(student => {
    const held = instance.rankOfProject(student, allocation[student] ?? null);
    const better = (instance.wishes.get(student) ?? []).filter(
      project => instance.rankOfProject(student, project) < held,
    );
    return better.filter(project => lecturerWants(student, project)).map(project => [student, project] as const);
  });
}
