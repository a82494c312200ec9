import { provisionalSeats } from '#core/matching/allocation/provisionalSeats';
import { type Allocation, prepareInstance, type StudentProjects } from '#core/matching/allocation/studentProjects';

/**
 * The stable allocation that is best for every student at once: students ask in the order of their wishes, and a project or
 * lecturer that becomes overfull lets the student go whom the lecturer ranks last.
 *
 * Takes: an instance. Gives: the project of each student, or null. Throws a `Problem` for an instance that names what is
 * not there.
 * Source: Abraham DJ, Irving RW, Manlove DF. Two algorithms for the student–project allocation problem.
 * J Discrete Algorithms 2007;5:73–90. doi:10.1016/j.jda.2006.03.006 (SPA-student).
 * Agrees with: the student-optimal allocations of the `matching` library 1.4.3 and of an enumeration, exactly.
 */
export function studentOptimal(problem: StudentProjects): Allocation {
  const instance = prepareInstance(problem);
  const seats = provisionalSeats(instance);
  // Every project before this place in the student's wishes has been asked for in vain.
  const nextWish = new Map<string, number>();
  const asking = [...instance.studentIds].reverse();
  for (let student = asking.pop(); student !== undefined; student = asking.pop()) {
    const at = nextWish.get(student) ?? 0;
    const project = instance.wishes.get(student)?.[at];
    if (project === undefined) continue;
    nextWish.set(student, at + 1);
    const lecturer = instance.lecturerOf(project);
    seats.seat(student, project);
    const projectIsOverfull = seats.inProject(project).size > instance.capacityOfProject(project);
    const lecturerIsOverfull = seats.withLecturer(lecturer).size > instance.capacityOfLecturer(lecturer);
    if (!projectIsOverfull && !lecturerIsOverfull) continue;
    const among = projectIsOverfull ? seats.inProject(project) : seats.withLecturer(lecturer);
    const refused = seats.worst(lecturer, among);
    if (refused === null) continue;
    seats.unseat(refused);
    asking.push(refused);
  }
  return seats.allocation();
}
