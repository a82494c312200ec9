import { provisionalSeats } from '#core/matching/allocation/provisionalSeats';
import { type Allocation, prepareInstance, type StudentProjects } from '#core/matching/allocation/studentProjects';

/**
 * The stable allocation that is best for every lecturer at once: lecturers with room offer, in the order of their rankings, the
 * project that the student wants most among those with room; a student who is offered a project gives up all lesser ones.
 *
 * Takes, gives, throws: as `studentOptimal`.
 * Source: Abraham DJ, Irving RW, Manlove DF. J Discrete Algorithms 2007;5:73–90. doi:10.1016/j.jda.2006.03.006 (SPA-lecturer).
 * Agrees with: the lecturer-optimal allocations of the `matching` library 1.4.3 and of an enumeration, exactly.
 */
export function lecturerOptimal(problem: StudentProjects): Allocation {
  const instance = prepareInstance(problem);
  const seats = provisionalSeats(instance);
  /** The project that the lecturer offers this student next: better than what the student holds, and with room. */
  const offerTo = (lecturer: string, student: string): string | null => {
    const held = instance.rankOfProject(student, seats.projectOf(student));
    const wishes = instance.wishes.get(student) ?? [];
    for (const [rank, project] of wishes.entries()) {
      if (rank >= held) return null;
      if (
        instance.lecturerOf(project) === lecturer &&
        seats.inProject(project).size < instance.capacityOfProject(project)
      ) {
        return project;
      }
    }
    return null;
  };
  const offerOnce = (lecturer: string): string[] => {
    if (seats.withLecturer(lecturer).size >= instance.capacityOfLecturer(lecturer)) return [];
    for (const student of instance.ranking(lecturer)) {
      const project = offerTo(lecturer, student);
      if (project === null) continue;
      const left = seats.projectOf(student);
      seats.seat(student, project);
      // Both may have room again or another offer to make.
      return left === null ? [lecturer] : [lecturer, instance.lecturerOf(left)];
    }
    return [];
  };
  const waiting = [...instance.lecturerIds];
  for (let lecturer = waiting.pop(); lecturer !== undefined; lecturer = waiting.pop())
    waiting.push(...offerOnce(lecturer));
  return seats.allocation();
}
