import {
  allocateCohort,
  type CohortAllocation,
  eligiblePairs,
  pairKey,
  prepare,
  present,
  presentScored,
} from '#core/matching/allocation/allocateCohort';
import type { Solve } from '#core/matching/allocation/cohortProgramme';
import { isProvenOptimum, solveByProgramme } from '#core/matching/allocation/solveByProgramme';
import { brokenRules, type RuledCohort } from '#core/matching/allocation/teamRules';
import type { AllocationMethod } from '#core/people/vocabulary';

/**
 * Places a cohort with rules on teams, and with the proof of the optimum. Scored methods are solved by a mixed-integer programme where
 * there are such rules, and proved by one where the flow was enough; a stable answer that breaks a rule says so.
 */
export async function allocateRuledCohort(
  cohort: RuledCohort,
  method: AllocationMethod,
  solve: Solve,
): Promise<CohortAllocation> {
  const plain = allocateCohort(cohort, method);
  if (method === 'people-first' || method === 'leads-first') {
    const broken = brokenRules(cohort, plain.placements).length;
    if (broken === 0) return plain;
    return {
      ...plain,
      because: `${broken} of the rules on teams ${broken === 1 ? 'is' : 'are'} not kept: a stable answer can’t heed them`,
    };
  }
  const prepared = prepare(cohort);
  const locked = new Set(cohort.locks.map(([person, opening]) => pairKey(person, opening)));
  const leadOf = new Map(cohort.openings.map(opening => [opening.id, opening.leadId]));
  const conflicts = new Set(cohort.conflicts.map(([person, other]) => pairKey(person, other)));
  const isBarred = (person: string, opening: string) =>
    [opening, leadOf.get(opening) ?? ''].some(other => conflicts.has(pairKey(person, other)));
  const eligible = eligiblePairs(prepared).filter(
    ([person, opening]) => locked.has(pairKey(person, opening)) || !isBarred(person, opening),
  );
  if (cohort.rules.length === 0) {
    if (plain.because !== null) return plain;
    const chosen = new Set(plain.placements.map(one => pairKey(one.personId, one.openingId)));
    const pairs = eligible.filter(([person, opening]) => chosen.has(pairKey(person, opening)));
    // A solver that doesn't end proves nothing, and takes nothing from the answer.
    const isProven = await isProvenOptimum(cohort, eligible, method, pairs, solve).catch(() => null);
    return { ...plain, isProven };
  }
  const chosen = await solveByProgramme(cohort, eligible, method, solve);
  if (chosen === null)
    return {
      ...present(prepared, method, new Map(), []),
      because: 'no placing keeps all locks, capacities and rules on teams',
    };
  const pairs = new Map(chosen.map(([person, opening]) => [person, opening] as const));
  return { ...presentScored(prepared, method, pairs), isProven: true };
}
