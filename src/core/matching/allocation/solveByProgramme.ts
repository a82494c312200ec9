import { cohortProgramme, type Solve } from '#core/matching/allocation/cohortProgramme';
import type { RuledCohort } from '#core/matching/allocation/teamRules';

type Pair = readonly [personId: string, openingId: string, score: number];
export type ScoredMethod = 'best-total' | 'most-people' | 'worst-off-first';

/** Scores to six decimals, as the flow takes them. */
const rounded = (score: number) => Math.round(score * 1e6) / 1e6;

/** The worth of a pair that goes before all scores together, so that more people come first. */
function pairFirst(cohort: RuledCohort, pairs: readonly Pair[]): number {
  const greatest = pairs.reduce((most, [, , score]) => Math.max(most, Math.abs(score)), 1);
  return Math.ceil(2 * greatest * (cohort.people.length + 1));
}

/**
 * Places a cohort by a mixed-integer programme, with rules on teams that no flow can keep. Aims as in `assignRoles`: greatest
 * sum; most people, then the sum; most people, then the greatest minimum (by halving over the scores there are), then the sum.
 *
 * Scale: scores as given, compared to six decimals. Gives the pairs; null where no placing keeps all locks and rules.
 * Source: branch and cut of the solver that is handed in. Agrees with: `assignRoles` on every instance without rules on teams,
 * and with trying all placings on small ones with them.
 */
export async function solveByProgramme(
  cohort: RuledCohort,
  eligible: readonly Pair[],
  method: ScoredMethod,
  solve: Solve,
): Promise<readonly Pair[] | null> {
  const asked = async (pairs: readonly Pair[], worth: (score: number) => number) => {
    const answer = await solve(cohortProgramme(cohort, pairs, worth).text);
    if (answer === null) return null;
    const ones = new Set(answer.ones);
    return pairs.filter((_, i) => ones.has(`x${i}`));
  };
  if (method === 'best-total') return asked(eligible, rounded);
  const first = pairFirst(cohort, eligible);
  const most = await asked(eligible, score => first + rounded(score));
  if (most === null || method === 'most-people') return most;
  const locked = new Set(cohort.locks.map(([person, opening]) => `${person} ${opening}`));
  const scores = [...new Set(eligible.map(([, , score]) => score))].sort((a, b) => a - b);
  const atLeast = (place: number) =>
    eligible.filter(([person, opening, score]) => score >= (scores[place] ?? 0) || locked.has(`${person} ${opening}`));
  let reached = 0;
  let beyond = scores.length;
  while (beyond - reached > 1) {
    const middle = (reached + beyond) >> 1;
    const chosen = await asked(atLeast(middle), () => 1);
    if (chosen !== null && chosen.length === most.length) reached = middle;
    else beyond = middle;
  }
  return asked(atLeast(reached), score => first + rounded(score));
}

/**
 * Proves an answer of the flow by a second way: the programme's greatest objective must be what the flow reached. Of the
 * worst-off it is also asked that no placing of as many people has a greater minimum.
 */
export async function isProvenOptimum(
  cohort: RuledCohort,
  eligible: readonly Pair[],
  method: ScoredMethod,
  chosen: readonly Pair[],
  solve: Solve,
): Promise<boolean> {
  const first = method === 'best-total' ? 0 : pairFirst(cohort, eligible);
  const worth = (score: number) => first + rounded(score);
  const reached = chosen.reduce((sum, pair) => sum + worth(pair[2]), 0);
  const minimum = Math.min(...chosen.map(pair => pair[2]));
  const locked = new Set(cohort.locks.map(([person, opening]) => `${person} ${opening}`));
  const from = (isEnough: (score: number) => boolean) =>
    eligible.filter(([person, opening, score]) => isEnough(score) || locked.has(`${person} ${opening}`));
  const isWorstOff = method === 'worst-off-first' && Number.isFinite(minimum);
  const pairs = isWorstOff ? from(score => score >= minimum) : eligible;
  const best = await solve(cohortProgramme(cohort, pairs, worth).text);
  // Sums of rounded scores: each of them is off by half a millionth at most.
  const tolerance = 1e-6 * (cohort.people.length + 1) + 1e-9 * Math.abs(reached);
  if (best === null || Math.abs(best.objective - reached) > tolerance) return false;
  if (!isWorstOff) return true;
  const better = await solve(
    cohortProgramme(
      cohort,
      from(score => score > minimum),
      () => 1,
    ).text,
  );
  const isFreeMinimum = chosen.some(
    ([person, opening, score]) => score === minimum && !locked.has(`${person} ${opening}`),
  );
  return !isFreeMinimum || better === null || better.ones.length < chosen.length;
}
