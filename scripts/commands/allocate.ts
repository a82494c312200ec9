import { z } from 'zod';
import { assignRoles } from '#core/matching/allocation/assignRoles';
import { blockingPairs } from '#core/matching/allocation/blockingPairs';
import { lecturerOptimal } from '#core/matching/allocation/lecturerOptimal';
import { studentOptimal } from '#core/matching/allocation/studentOptimal';
import type { StudentProjects } from '#core/matching/allocation/studentProjects';
import { Problem } from '#core/problem';
import type { Command, ExitCode } from '#scripts/command';
import { readNdjson } from '#scripts/commands/matching/readNdjson';

const ids = z.array(z.string());
const count = z.int().min(0);
const pairs = z.array(z.tuple([z.string(), z.string()])).optional();

const StudentProjectInput = z.object({
  id: z.string(),
  problem: z.literal('SPA'),
  students: z.record(z.string(), ids),
  faculty: z.record(z.string(), ids),
  project_faculty: z.record(z.string(), z.string()),
  project_capacity: z.record(z.string(), count),
  faculty_capacity: z.record(z.string(), count),
  conflicts: pairs,
});
const HospitalInput = z.object({
  id: z.string(),
  problem: z.literal('HR'),
  applicants: z.record(z.string(), ids),
  programs: z.record(z.string(), ids),
  capacity: z.record(z.string(), count),
  conflicts: pairs,
});
const RolesInput = z.object({
  id: z.string(),
  kind: z.literal('roles-skills-capacity'),
  people: z.array(z.object({ id: z.string(), skills: ids.default([]), max_projects: count.default(1) })),
  faculty: z.array(z.object({ id: z.string(), capacity: count })),
  projects: z.array(
    z.object({
      id: z.string(),
      faculty: z.string(),
      capacity: count,
      roles: z.array(
        z.object({ id: z.string(), capacity: count, min: count.default(0), required_skills: ids.default([]) }),
      ),
    }),
  ),
  eligible: z.array(z.tuple([z.string(), z.string(), z.number()])),
  conflicts: pairs,
  locks: pairs,
});
/** A table of scores, a row for each person and a column for each place; each takes one. */
const OneToOneInput = z.object({
  id: z.string(),
  kind: z.literal('one-to-one'),
  scores: z.array(z.array(z.number())).min(1),
});
const Instance = z.union([StudentProjectInput, HospitalInput, RolesInput, OneToOneInput], {
  error: 'not an instance of SPA, HR, roles-skills-capacity or one-to-one',
});

const Allocation = z.record(z.string(), z.string().nullable());
const StableOutput = z.object({
  id: z.string(),
  studentOptimal: Allocation,
  facultyOptimal: Allocation,
  unmatched: ids,
  blockingPairs: z.array(z.tuple([z.string(), z.string()])),
});
const Assigned = z.object({
  assignment: z.array(z.tuple([z.string(), z.string()])),
  total: z.number(),
  pairs: z.int(),
  minimum: z.number().nullable(),
});
const RolesOutput = z.object({ id: z.string(), maximumTotal: Assigned, mostPeople: Assigned, worstOffFirst: Assigned });
const OneToOneOutput = z.object({
  id: z.string(),
  assignment: z.array(z.tuple([z.int(), z.int()])),
  total: z.number(),
  pairs: z.int(),
});
const InfeasibleOutput = z.object({ id: z.string(), infeasible: z.string() });

type StableInput = z.infer<typeof StudentProjectInput> | z.infer<typeof HospitalInput>;

function capacityOf(capacities: Readonly<Record<string, number>>, id: string): number {
  const capacity = capacities[id];
  if (capacity === undefined) throw new Problem('invalid', `${id} has no capacity.`);
  return capacity;
}

/** An instance of either kind as student–project allocation: a hospital is a lecturer with one project. */
function studentProjectsOf(input: StableInput): StudentProjects {
  const conflicts = input.conflicts ? { conflicts: input.conflicts } : {};
  const isHospitals = input.problem === 'HR';
  const rankings = isHospitals ? input.programs : input.faculty;
  const lecturerCapacities = isHospitals ? input.capacity : input.faculty_capacity;
  const lecturers = Object.entries(rankings).map(
    ([id, ranking]) => [id, { ranking, capacity: capacityOf(lecturerCapacities, id) }] as const,
  );
  const projects = isHospitals
    ? Object.keys(rankings).map(id => [id, { lecturer: id, capacity: capacityOf(input.capacity, id) }] as const)
    : Object.entries(input.project_faculty).map(
        ([id, lecturer]) => [id, { lecturer, capacity: capacityOf(input.project_capacity, id) }] as const,
      );
  return {
    students: isHospitals ? input.applicants : input.students,
    lecturers: Object.fromEntries(lecturers),
    projects: Object.fromEntries(projects),
    ...conflicts,
  };
}

function stableAnswer(input: StableInput): z.infer<typeof StableOutput> {
  const problem = studentProjectsOf(input);
  const forStudents = studentOptimal(problem);
  const forLecturers = lecturerOptimal(problem);
  const blocking = [...blockingPairs(problem, forStudents), ...blockingPairs(problem, forLecturers)];
  return {
    id: input.id,
    studentOptimal: forStudents,
    facultyOptimal: forLecturers,
    unmatched: Object.keys(forStudents).filter(student => forStudents[student] === null),
    blockingPairs: blocking.map(([student, project]) => [student, project]),
  };
}

function rolesAnswer({ id, ...input }: z.infer<typeof RolesInput>): unknown {
  const solved = assignRoles({
    people: input.people.map(person => ({ id: person.id, skills: person.skills, maxProjects: person.max_projects })),
    faculty: input.faculty,
    projects: input.projects.map(project => ({
      ...project,
      roles: project.roles.map(role => ({ ...role, requiredSkills: role.required_skills })),
    })),
    eligible: input.eligible,
    conflicts: input.conflicts ?? [],
    locks: input.locks ?? [],
  });
  return solved.estimable ? { id, ...solved.value } : { id, infeasible: solved.because };
}

/** Each row and column as a person and a role with room for one. */
function oneToOneAnswer({ id, scores }: z.infer<typeof OneToOneInput>): unknown {
  const columns = Math.max(...scores.map(row => row.length));
  const solved = assignRoles({
    people: scores.map((_, i) => ({ id: `${i}`, skills: [], maxProjects: 1 })),
    faculty: [{ id: 'all', capacity: columns }],
    projects: Array.from({ length: columns }, (_, j) => ({
      id: `${j}`,
      faculty: 'all',
      capacity: 1,
      roles: [{ id: `${j}`, capacity: 1, min: 0, requiredSkills: [] }],
    })),
    eligible: scores.flatMap((row, i) => row.map((score, j) => [`${i}`, `${j}`, score] as const)),
  });
  if (!solved.estimable) return { id, infeasible: solved.because };
  const { assignment, total, pairs } = solved.value.maximumTotal;
  return { id, assignment: assignment.map(([row, column]) => [Number(row), Number(column)]), total, pairs };
}

function answer(instance: z.infer<typeof Instance>): unknown {
  if ('problem' in instance) return stableAnswer(instance);
  return instance.kind === 'one-to-one' ? oneToOneAnswer(instance) : rolesAnswer(instance);
}

export const command: Command = {
  summary: 'places for a whole cohort at once',
  help: `pooled allocate FILE

Solves allocation instances, one a line (NDJSON, .gz too; - reads standard input), and prints a solution a line.
  "problem": "SPA"                  students rank projects, lecturers rank students: both optimal stable allocations
  "problem": "HR"                   applicants and programmes
  "kind": "roles-skills-capacity"   people, skills and roles: greatest sum, most people, worst off first
  "kind": "one-to-one"              a table of scores, a row for each person: greatest sum
An instance that cannot be solved answers {"id": …, "infeasible": "why"}; one that contradicts itself is named and skipped.

  pooled allocate cohort.ndjson`,
  schema: () => ({
    input: z.toJSONSchema(Instance, { io: 'input' }),
    output: z.toJSONSchema(z.union([StableOutput, RolesOutput, OneToOneOutput, InfeasibleOutput])),
  }),
  run: async (args, io): Promise<ExitCode> => {
    const [file, ...more] = args;
    if (!file || more.length > 0) throw new Problem('invalid', 'name one file of instances, or - for standard input.');
    const { rows, skipped } = await readNdjson(file, Instance, io);
    let refused = 0;
    for (const instance of rows) {
      try {
        await io.print(JSON.stringify(answer(instance)));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused++;
        io.say(`${file}: ${instance.id}: skipped: ${error.message}`);
      }
    }
    return skipped + refused > 0 ? 1 : 0;
  },
};
