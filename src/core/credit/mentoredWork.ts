/** Check-ins that one person kept as a mentor. */
export interface MentoredWork {
  readonly checkIns: number;
  readonly people: number;
  readonly hours: number;
  /** Days, as `2026-11-30`. */
  readonly firstOn: string;
  readonly lastOn: string;
  /** "mentored 3 people in 14 check-ins, about 7 h": follows the person's name. */
  readonly sentence: string;
}

/** As long as the calendar plans a check-in, in minutes. How long two people really spoke is in no log. */
export const CHECK_IN_MINUTES = 30;

/**
 * What somebody mentored, counted from check-ins that took place.
 *
 * Takes: for each check-in that was held its day and who the mentee was. Gives: counts, and hours at half an hour for each
 * check-in, as the calendar plans them; null where none was held.
 */
export function mentoredWork(
  held: readonly { readonly onDay: string; readonly menteeId: string }[],
): MentoredWork | null {
  const days = held.map(one => one.onDay).sort();
  const [firstOn] = days;
  const lastOn = days.at(-1);
  if (firstOn === undefined || lastOn === undefined) return null;
  const people = new Set(held.map(one => one.menteeId)).size;
  const hours = (held.length * CHECK_IN_MINUTES) / 60;
  const who = people === 1 ? 'one person' : `${people} people`;
  const often = held.length === 1 ? 'one check-in' : `${held.length} check-ins`;
  return {
    checkIns: held.length,
    people,
    hours,
    firstOn,
    lastOn,
    sentence: `mentored ${who} in ${often}, about ${hours} h`,
  };
}
