import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { listMembers } from '#services/projects/readProjects';
import { type Gift, heldBy, missingFor, type Receiver } from '#services/screening/allotRecords';
import type { StageKey } from '#services/screening/assignmentBoard';
import type { Authorship } from '#services/screening/authorsAmong';
import type { GiveOut } from '#services/screening/giveOutRecords';
import { type Paces, pacesAt } from '#services/screening/paces';
import type { Situations } from '#services/screening/situations';

export interface Plan {
  readonly situations: Situations;
  readonly receivers: readonly Receiver[];
  readonly gifts: readonly Gift[];
  /** Records that were to be given out and go to nobody. */
  readonly left: readonly string[];
  readonly authors: readonly Authorship[];
}

const DAY_MS = 86_400_000;

/** What was given out, or would be: to whom how much, what stays and why, and whether the hours suffice until it is due. */
export async function presentPlan(ctx: Context, viewer: ReviewStanding, key: StageKey, input: GiveOut, plan: Plan) {
  const members = await listMembers(ctx, viewer.projectId);
  const paces = await pacesAt(ctx, key);
  const name = (personId: string) => members.find(one => one.personId === personId)?.name ?? 'former member';
  return {
    given: new Set(plan.gifts.map(gift => gift.recordId)).size,
    perPerson: plan.receivers.map(receiver => {
      const { personId, given, open } = receiver;
      const added = plan.gifts.filter(gift => gift.personId === personId).length;
      const hours = hoursUntil(ctx.now(), input.dueOn, receiver.hours);
      return {
        ...{ personId, name: name(personId), added, total: given + added },
        hoursNeeded: hoursFor(open + added, paces, personId),
        hoursAvailable: hours,
      };
    }),
    notGiven: gapsOf(plan, input),
    authors: plan.receivers.flatMap(({ personId }) => {
      const records = plan.authors.filter(one => one.personId === personId);
      const byName = records.filter(one => one.sign === 'name').length;
      return records.length === 0 ? [] : [{ personId, name: name(personId), records: records.length, byName }];
    }),
  };
}

function hoursFor(records: number, paces: Paces, personId: string): number | null {
  const seconds = paces.get(personId)?.secondsPerRecord ?? paces.get(null)?.secondsPerRecord ?? null;
  return seconds === null ? null : Math.round((records * seconds) / 360) / 10;
}

/** The hours that a person has until the end of the day on which it is due. */
function hoursUntil(now: Date, dueOn: string | null, hoursPerWeek: number | null): number | null {
  if (dueOn === null || hoursPerWeek === null) return null;
  const days = Math.max(0, (Date.parse(`${dueOn}T23:59:59Z`) - now.getTime()) / DAY_MS);
  return Math.round((days / 7) * hoursPerWeek * 10) / 10;
}

const GAPS = {
  authors: 'Somebody of the chosen may have written them.',
  held: 'The chosen people have decided on them, or were asked already: choose more people.',
  limits: 'The limits that you set are used up.',
} as const;

function gapsOf({ situations, receivers, left, authors }: Plan, { recuse }: GiveOut) {
  const wrote = new Set(
    authors.filter(one => recuse === 'name' || one.sign !== 'name').map(one => `${one.personId} ${one.recordId}`),
  );
  const counts = new Map<string, number>();
  for (const recordId of left) {
    const held = heldBy(situations, recordId);
    const free = receivers.filter(one => !held.includes(one.personId));
    const able = free.filter(one => !wrote.has(`${one.personId} ${recordId}`));
    const missing = missingFor(situations, recordId);
    const because = able.length >= missing ? GAPS.limits : free.length >= missing ? GAPS.authors : GAPS.held;
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return [...counts].map(([because, count]) => ({ because, count }));
}
