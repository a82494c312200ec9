import { Problem } from '#core/problem';

/** People, and roles in projects of faculty members, each with a capacity; which pairs may be, and how well each would suit. */
export interface RoleAssignment {
  readonly people: readonly { readonly id: string; readonly skills: readonly string[]; readonly maxProjects: number }[];
  readonly faculty: readonly { readonly id: string; readonly capacity: number }[];
  readonly projects: readonly {
    readonly id: string;
    readonly faculty: string;
    readonly capacity: number;
    readonly roles: readonly AssignableRole[];
  }[];
  readonly eligible: readonly (readonly [person: string, role: string, score: number])[];
  /** Conflicts of interest: pairs of a person and a role, project or faculty member that must not be. */
  readonly conflicts?: readonly (readonly [person: string, other: string])[];
  /** Pairs set by hand that every answer keeps. */
  readonly locks?: readonly (readonly [person: string, role: string])[];
}

export interface AssignableRole {
  readonly id: string;
  readonly capacity: number;
  /** How many people the role needs at least. */
  readonly min: number;
  readonly requiredSkills: readonly string[];
}

/** A pair that may be: numbers are places in the lists of the instance. */
export interface Candidacy {
  readonly person: number;
  readonly role: number;
  readonly score: number;
  readonly isLocked: boolean;
}

export interface RolePlace {
  readonly role: AssignableRole;
  readonly project: number;
}

export interface PreparedAssignment {
  readonly instance: RoleAssignment;
  readonly roles: readonly RolePlace[];
  /** Place in `faculty` of each project's faculty member. */
  readonly facultyOf: readonly number[];
  readonly candidacies: readonly Candidacy[];
}

function places(ids: readonly string[], kind: string): Map<string, number> {
  const found = new Map(ids.map((id, place) => [id, place]));
  if (found.size < ids.length) throw new Problem('invalid', `Two ${kind} bear the same id.`);
  return found;
}

function placeOf(known: ReadonlyMap<string, number>, id: string, kind: string): number {
  const place = known.get(id);
  if (place === undefined) throw new Problem('invalid', `There is no ${kind} ${id}.`);
  return place;
}

const pairKey = (one: string, other: string) => JSON.stringify([one, other]);

/** Checks an instance and drops the pairs that skills or conflicts forbid; throws a `Problem` for names that are not there. */
export function prepareAssignment(instance: RoleAssignment): PreparedAssignment {
  const people = places(
    instance.people.map(person => person.id),
    'people',
  );
  const faculty = places(
    instance.faculty.map(member => member.id),
    'faculty members',
  );
  places(
    instance.projects.map(project => project.id),
    'projects',
  );
  const roles = instance.projects.flatMap((project, place) => project.roles.map(role => ({ role, project: place })));
  const rolePlaces = places(
    roles.map(({ role }) => role.id),
    'roles',
  );
  const conflicts = new Set((instance.conflicts ?? []).map(([person, other]) => pairKey(person, other)));
  const locks = new Set((instance.locks ?? []).map(([person, role]) => pairKey(person, role)));
  const candidacies = instance.eligible.flatMap(([personId, roleId, score]): Candidacy[] => {
    const person = placeOf(people, personId, 'person');
    const role = placeOf(rolePlaces, roleId, 'role');
    const project = instance.projects[roles[role]?.project ?? -1];
    const skills = new Set(instance.people[person]?.skills ?? []);
    if (!(roles[role]?.role.requiredSkills ?? []).every(skill => skills.has(skill))) return [];
    if ([roleId, project?.id ?? '', project?.faculty ?? ''].some(other => conflicts.has(pairKey(personId, other))))
      return [];
    return [{ person, role, score, isLocked: locks.has(pairKey(personId, roleId)) }];
  });
  const once = new Set(candidacies.map(({ person, role }) => `${person} ${role}`));
  if (once.size < candidacies.length) throw new Problem('invalid', 'A pair of person and role is listed twice.');
  return {
    instance,
    roles,
    facultyOf: instance.projects.map(project => placeOf(faculty, project.faculty, 'faculty member')),
    candidacies,
  };
}
