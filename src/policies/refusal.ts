import { Problem } from '#core/problem';

/** Why not: the sentence that the refused person reads, or null where the deed is allowed. */
export type Refusal = string | null;

/** Turns a refusal into the expected Problem. */
export function insist(refusal: Refusal): void {
  if (refusal !== null) throw new Problem('forbidden', refusal);
}
