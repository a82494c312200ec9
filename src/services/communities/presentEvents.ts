import { In, MoreThan } from 'typeorm';
import { CommunityEvent } from '#entities/CommunityEvent';
import type { CommunityMember } from '#entities/CommunityMember';
import { EventAnswer } from '#entities/EventAnswer';
import { whyNotAnswerEvent } from '#policies/communities';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';

const ONE_DAY_MS = 86_400_000;

/** Events to come, and those that ended within the last day; how many come, never who. */
export async function presentEvents(ctx: Context, actor: Actor, communityId: string, place: CommunityMember | null) {
  const now = ctx.now();
  const events = await ctx.db.find(CommunityEvent, {
    where: { communityId, startsAt: MoreThan(new Date(now.getTime() - ONE_DAY_MS)) },
    order: { startsAt: 'ASC', eventId: 'ASC' },
  });
  const answers = await ctx.db.findBy(EventAnswer, { eventId: In(events.map(one => one.eventId)) });
  const names = await namesOf(
    ctx,
    events.map(one => one.plannedBy),
  );
  return events.map(event => {
    const given = answers.filter(one => one.eventId === event.eventId);
    const { eventId, title, about, place: where, startsAt, minutes, capacity, cancelledAt } = event;
    const isOver = startsAt.getTime() + minutes * 60_000 <= now.getTime();
    return {
      ...{ eventId, title, about, place: where, startsAt, minutes, capacity, cancelledAt },
      coming: given.filter(one => one.state === 'coming').length,
      waiting: given.filter(one => one.state === 'waiting').length,
      mine: given.find(one => one.personId === actor.personId)?.state ?? null,
      plannedBy: names.get(event.plannedBy) ?? 'former member',
      may: { answer: whyNotAnswerEvent({ standing: place, isCancelled: cancelledAt !== null, isOver }) },
    };
  });
}
