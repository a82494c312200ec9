import type { CohortState } from '#core/people/vocabulary';
import type { Refusal } from '#policies/refusal';

/** Both sides rank until the deadline, and never after it is settled. */
export function whyNotRank(at: { readonly state: CohortState; readonly isOver: boolean }): Refusal {
  if (at.state === 'settled') return 'This cohort is settled.';
  return at.isOver ? 'The time for ranking is over.' : null;
}

/** Whoever began it settles it, once. */
export function whyNotSettle(at: { readonly state: CohortState; readonly isCoordinator: boolean }): Refusal {
  if (!at.isCoordinator) return 'Only who began the cohort may do this.';
  return at.state === 'settled' ? 'This cohort is settled.' : null;
}
