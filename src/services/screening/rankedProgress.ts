import { standing } from '#core/screening/standing';
import type { Situations } from '#services/screening/situations';

/** Where ranked screening stands, by records on which all who were asked have decided. */
export interface RankedProgress {
  /** All records of the stage, with those that a stop has left unread. */
  readonly records: number;
  /** Whether each was relevant, in the order in which it was decided. */
  readonly screened: readonly boolean[];
  /** Records that some have decided on and others have yet to. */
  readonly partly: number;
  readonly unscreened: readonly string[];
}

/**
 * Counts what is decided. A conflict that nobody has settled yet counts as relevant. What a person has yet to decide on is
 * not counted, so that who leads and screens learns nothing of it.
 */
export function rankedProgress(situations: Situations, decidedLast: ReadonlyMap<string, number>): RankedProgress {
  const done: { at: number; isRelevant: boolean }[] = [];
  const unscreened: string[] = [];
  let partly = 0;
  for (const [recordId, situation] of situations) {
    const { verdict } = standing(situation);
    if (verdict !== 'pending') done.push({ at: decidedLast.get(recordId) ?? 0, isRelevant: verdict !== 'excluded' });
    else if (situation.decisions.length > 0) partly++;
    else unscreened.push(recordId);
  }
  done.sort((one, other) => one.at - other.at);
  return { records: situations.size, screened: done.map(({ isRelevant }) => isRelevant), partly, unscreened };
}
