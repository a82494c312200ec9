import type { BodyOf, ReplyOf } from '#contract/endpoint';
import type { createOpening, getOpening, updateOpening } from '#contract/openings';

export type OpeningDetails = ReplyOf<typeof getOpening>;
export type OpeningFields = BodyOf<typeof createOpening>;

/** What is sent to change an opening: all of it, with what is new in it. */
export function openingBody(
  opening: OpeningDetails,
  change: Partial<BodyOf<typeof updateOpening>> = {},
): BodyOf<typeof updateOpening> {
  const { role, title, asks, earns, requiredSkills, hoursPerWeek, timeZone, capacity, closesOn, state } = opening;
  const { workCount, workUnit, totalHours, startsOn, dueOn, languages, earnsKind } = opening;
  return {
    role,
    title,
    asks,
    earns,
    requiredSkills,
    hoursPerWeek,
    timeZone,
    capacity,
    closesOn,
    state,
    ...{ workCount, workUnit, totalHours, startsOn, dueOn, languages, earnsKind },
    ...change,
  };
}
