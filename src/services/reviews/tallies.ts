import { standing } from '#core/screening/standing';
import type { Verdict } from '#core/vocabulary';
import type { Situations } from '#services/screening/situations';

/** How many candidates have which verdict. */
export function verdictsAmong(situations: Situations): Record<Verdict, number> {
  const tally: Record<Verdict, number> = { pending: 0, included: 0, excluded: 0, conflicted: 0 };
  for (const situation of situations.values()) tally[standing(situation).verdict]++;
  return tally;
}

export function conflictsAmong(situations: Situations): number {
  return verdictsAmong(situations).conflicted;
}
