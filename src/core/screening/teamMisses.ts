import { passes } from '#core/screening/disagreement';
import type { Situation } from '#core/screening/phase';
import { standing } from '#core/screening/standing';

/** What the team overlooked itself, as far as anybody can know. */
export interface TeamMisses {
  /** Records that turned out included and that two people or more had read apart. */
  readonly readByTwo: number;
  /** Of these, how many one person had excluded. */
  readonly missedByOne: number;
  /** Included records that one person alone had read: nobody can say what that person overlooked. */
  readonly readByOne: number;
}

/**
 * How many included records one of their screeners had excluded. A stopping rule counts what the ranking may leave, not
 * this; and what everybody overlooked nobody can count. Takes situations whose independent phase is over, skips others.
 */
export function teamMisses(situations: Iterable<Situation>): TeamMisses {
  let [readByTwo, missedByOne, readByOne] = [0, 0, 0];
  for (const situation of situations) {
    if (standing(situation).verdict !== 'included') continue;
    if (situation.decisions.length < 2) readByOne++;
    else {
      readByTwo++;
      if (situation.decisions.some(({ choice }) => !passes(choice))) missedByOne++;
    }
  }
  return { readByTwo, missedByOne, readByOne };
}
