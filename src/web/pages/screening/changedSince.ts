import type { Discussion } from '../../queries/useDiscussions.ts';

/** Whether a person has decided again since the discussion was opened. */
export function changedSince({ before, now, isAfterOpening }: Discussion['decisions'][number]): boolean {
  return isAfterOpening || now?.choice !== before.choice || now.criterionId !== before.criterionId;
}
