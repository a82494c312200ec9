import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type FlowArc, minimumCostFlow } from '#core/matching/allocation/minimumCostFlow';
import {
  type Candidacy,
  type PreparedAssignment,
  prepareAssignment,
  type RoleAssignment,
} from '#core/matching/allocation/roleAssignment';

export interface AssignedRoles {
  readonly assignment: readonly (readonly [person: string, role: string])[];
  /** Sum of the scores. */
  readonly total: number;
  readonly pairs: number;
  /** The score of the pair that is worst off; null when nobody is placed. */
  readonly minimum: number | null;
}

/** Three answers to "what is best", so that those who decide see what each costs. */
export interface RoleSolutions {
  readonly maximumTotal: AssignedRoles;
  readonly mostPeople: AssignedRoles;
  readonly worstOffFirst: AssignedRoles;
}

/** What comes first, then what comes second: with `pairs` the number of pairs goes before the sum of scores. */
type Aim = 'total' | 'pairs' | 'only-pairs';

interface Worths {
  readonly of: (candidacy: Candidacy) => number;
  readonly duty: number;
}

function seatsOfAll({ instance }: PreparedAssignment): number {
  return instance.people.reduce((sum, person) => sum + person.maxProjects, 0);
}

/** Scores as whole numbers, so that the flow is exact: as they are when they are whole, else to as many decimals as fit. */
function wholeScores(prepared: PreparedAssignment): (score: number) => number {
  const scores = prepared.candidacies.map(({ score }) => score);
  if (scores.every(Number.isInteger)) return score => score;
  const greatest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 1);
  let scale = 1_000_000;
  while (scale > 1 && greatest * scale * (seatsOfAll(prepared) + 2) ** 2 * 8 > Number.MAX_SAFE_INTEGER) scale /= 10;
  return score => Math.round(score * scale);
}

/** The worth of a pair and of a duty kept: each step outweighs all that the steps below it can add up to. */
function worths(prepared: PreparedAssignment, candidacies: readonly Candidacy[], aim: Aim): Worths {
  const whole = wholeScores(prepared);
  const scoreOf = (candidacy: Candidacy) => (aim === 'only-pairs' ? 0 : whole(candidacy.score));
  const greatest = candidacies.reduce((most, candidacy) => Math.max(most, Math.abs(scoreOf(candidacy))), 0);
  const most = Math.min(candidacies.length, seatsOfAll(prepared));
  const pair = aim === 'total' ? 0 : 2 * most * greatest + 1;
  const duty = 2 * most * (pair + greatest) + 1;
  return { of: candidacy => pair + scoreOf(candidacy) + (candidacy.isLocked ? duty : 0), duty };
}

/**
 * Solves one aim among the candidacies given, minima and locks kept as far as can be. The flow runs from a source through
 * person, person in one project (at most one role there), role, project and faculty member to a sink.
 */
function solve(prepared: PreparedAssignment, candidacies: readonly Candidacy[], aim: Aim): readonly Candidacy[] {
  const { instance, roles, facultyOf } = prepared;
  const worth = worths(prepared, candidacies, aim);
  const firstRole = 1 + instance.people.length;
  const firstProject = firstRole + roles.length;
  const firstFaculty = firstProject + instance.projects.length;
  const sink = firstFaculty + instance.faculty.length;
  const seats = new Map<string, number>();
  const seatArcs: FlowArc[] = [];
  const inProject = (candidacy: Candidacy) => `${candidacy.person} ${roles[candidacy.role]?.project}`;
  const choices = new Map<string, number>();
  for (const candidacy of candidacies) choices.set(inProject(candidacy), (choices.get(inProject(candidacy)) ?? 0) + 1);
  const seatOf = (candidacy: Candidacy): number => {
    const key = inProject(candidacy);
    // Who may fill but one role of a project needs no node to hold them to one.
    if (choices.get(key) === 1) return 1 + candidacy.person;
    const known = seats.get(key);
    if (known !== undefined) return known;
    const seat = sink + 1 + seats.size;
    seats.set(key, seat);
    seatArcs.push({ from: 1 + candidacy.person, to: seat, capacity: 1, cost: 0 });
    return seat;
  };
  const arcs: FlowArc[] = candidacies.map(candidacy => ({
    from: seatOf(candidacy),
    to: firstRole + candidacy.role,
    capacity: 1,
    cost: -worth.of(candidacy),
  }));
  arcs.push(...seatArcs);
  instance.people.forEach((person, i) => {
    arcs.push({ from: 0, to: 1 + i, capacity: person.maxProjects, cost: 0 });
  });
  roles.forEach(({ role, project }, i) => {
    const needed = Math.min(role.min, role.capacity);
    arcs.push({ from: firstRole + i, to: firstProject + project, capacity: needed, cost: -worth.duty });
    arcs.push({ from: firstRole + i, to: firstProject + project, capacity: role.capacity - needed, cost: 0 });
  });
  instance.projects.forEach((project, i) => {
    arcs.push({ from: firstProject + i, to: firstFaculty + (facultyOf[i] ?? 0), capacity: project.capacity, cost: 0 });
  });
  instance.faculty.forEach((member, i) => {
    arcs.push({ from: firstFaculty + i, to: sink, capacity: member.capacity, cost: 0 });
  });
  const flow = minimumCostFlow(sink + 1 + seats.size, arcs, 0, sink, 'cheapest');
  return candidacies.filter((_, i) => (flow[i] ?? 0) > 0);
}

/** Which minimum or lock an answer leaves unkept, in a sentence; null when all are kept. */
function whyInfeasible(prepared: PreparedAssignment, chosen: readonly Candidacy[]): string | null {
  const { roles, candidacies, instance } = prepared;
  const lacking = roles.flatMap(({ role }, i) => {
    const placed = chosen.filter(candidacy => candidacy.role === i).length;
    if (placed >= role.min) return [];
    if (role.min > role.capacity) return `role ${role.id} needs ${role.min} people but has room for ${role.capacity}`;
    const able = candidacies.filter(candidacy => candidacy.role === i).length;
    return able < role.min
      ? `role ${role.id} needs ${role.min} people, and only ${able} may fill it`
      : `role ${role.id} needs ${role.min} people, and the other minima and the capacities leave only ${placed}`;
  });
  const kept = new Set(
    chosen
      .filter(candidacy => candidacy.isLocked)
      .map(({ person, role }) => `${instance.people[person]?.id} ${roles[role]?.role.id}`),
  );
  const broken = (instance.locks ?? [])
    .filter(([person, role]) => !kept.has(`${person} ${role}`))
    .map(([person, role]) => `the lock of ${person} to role ${role} cannot be kept`);
  const reasons = [...lacking, ...broken];
  return reasons.length > 0 ? reasons.join('; ') : null;
}

function answer({ instance, roles }: PreparedAssignment, chosen: readonly Candidacy[]): AssignedRoles {
  const scores = chosen.map(({ score }) => score);
  return {
    assignment: chosen.map(
      ({ person, role }) => [instance.people[person]?.id ?? '', roles[role]?.role.id ?? ''] as const,
    ),
    total: scores.reduce((sum, score) => sum + score, 0),
    pairs: chosen.length,
    minimum: scores.length > 0 ? scores.reduce((least, score) => Math.min(least, score)) : null,
  };
}

/** The greatest score that every pair can reach without placing fewer people, by halving over the scores there are. */
function greatestMinimum(prepared: PreparedAssignment, pairs: number): readonly Candidacy[] {
  const scores = [...new Set(prepared.candidacies.map(({ score }) => score))].sort((a, b) => a - b);
  const atLeast = (place: number) =>
    prepared.candidacies.filter(
      ({ score, isLocked }) => isLocked || score >= (scores[place] ?? Number.NEGATIVE_INFINITY),
    );
  const isEnough = (place: number) => {
    const chosen = solve(prepared, atLeast(place), 'only-pairs');
    return chosen.length === pairs && whyInfeasible(prepared, chosen) === null;
  };
  let reached = 0;
  let beyond = scores.length;
  while (beyond - reached > 1) {
    const middle = (reached + beyond) >> 1;
    if (isEnough(middle)) reached = middle;
    else beyond = middle;
  }
  return atLeast(reached);
}

/**
 * Assigns people to roles three ways: greatest sum of scores; most pairs, then the greatest sum; most pairs, then the greatest
 * minimum, then the greatest sum. Capacities of people, roles, projects and faculty, role minima, skills, conflicts and locks
 * are kept by all, and nobody holds two roles in one project. Capacities are nested on both sides, so that a flow of least cost is a true optimum.
 *
 * Scale: scores as given; sums are exact for whole scores, and optimal to 1e-6 for others.
 * Not estimable when minima or locks cannot all be kept: the sentence says which.
 * Agrees with: mixed-integer programmes (HiGHS) on generated instances, exactly.
 */
export function assignRoles(instance: RoleAssignment): Estimable<RoleSolutions> {
  const prepared = prepareAssignment(instance);
  const mostPeople = solve(prepared, prepared.candidacies, 'pairs');
  const why = whyInfeasible(prepared, mostPeople);
  if (why !== null) return notEstimable(why);
  return estimable({
    maximumTotal: answer(prepared, solve(prepared, prepared.candidacies, 'total')),
    mostPeople: answer(prepared, mostPeople),
    worstOffFirst: answer(prepared, solve(prepared, greatestMinimum(prepared, mostPeople.length), 'pairs')),
  });
}
