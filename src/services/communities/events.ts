import { In, IsNull, MoreThan } from 'typeorm';
import { Problem } from '#core/problem';
import { CommunityEvent } from '#entities/CommunityEvent';
import { CommunityMember } from '#entities/CommunityMember';
import { EventAnswer } from '#entities/EventAnswer';
import { whyNotAnswerEvent, whyNotRun, whyNotSeeInside } from '#policies/communities';
import { insist } from '#policies/refusal';
import { standInCommunity } from '#services/communities/loadCommunity';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { type DeedContext, perform } from '#services/perform';

export interface EventPlan {
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly capacity: number | null;
}

export async function planEvent(
  ctx: Context,
  actor: Actor,
  communityId: string,
  plan: EventPlan,
): Promise<{ id: string }> {
  insist(whyNotRun((await standInCommunity(ctx, actor, communityId)).place));
  const startsAt = new Date(plan.startsAt);
  if (startsAt <= ctx.now()) {
    const detail = 'This hour has passed. Choose one that lies ahead.';
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/startsAt', detail }]);
  }
  return perform(ctx, actor, 'plan-event', async tx => {
    const eventId = tx.newId();
    await tx.db.insert(CommunityEvent, {
      ...{ eventId, communityId, ...plan, startsAt, plannedBy: actor.personId, plannedAt: tx.now() },
    });
    tx.witness({ subjectKind: 'community-event', subjectId: eventId, facts: { communityId } });
    await tellMembers(tx, actor, communityId, { eventId, title: plan.title });
    return { id: eventId };
  });
}

/** An event of a community that one is in; for everybody else there is none. */
async function lockEvent(tx: DeedContext, actor: Actor, eventId: string) {
  const event = await tx.db.findOne(CommunityEvent, { where: { eventId }, lock: { mode: 'pessimistic_write' } });
  const place = event && (await standInCommunity(tx, actor, event.communityId)).place;
  if (!event || whyNotSeeInside(place ?? null) !== null) throw new Problem('not-found', 'There is no such event.');
  return { event, place: place ?? null };
}

export async function changeEvent(ctx: Context, actor: Actor, eventId: string, plan: EventPlan): Promise<void> {
  await perform(ctx, actor, 'change-event', async tx => {
    const { event, place } = await lockEvent(tx, actor, eventId);
    insist(whyNotRun(place));
    if (event.cancelledAt) throw new Problem('conflict', 'This event was cancelled. Plan a new one.');
    await tx.db.update(CommunityEvent, { eventId }, { ...plan, startsAt: new Date(plan.startsAt) });
    await letMoveUp(tx, eventId, plan.capacity);
    const isMoved = event.startsAt.getTime() !== new Date(plan.startsAt).getTime() || event.place !== plan.place;
    if (isMoved) await tellOf(tx, eventId, await comers(tx, eventId, actor), 'has another hour or place');
    tx.witness({ subjectKind: 'community-event', subjectId: eventId });
  });
}

export async function cancelEvent(ctx: Context, actor: Actor, eventId: string): Promise<void> {
  await perform(ctx, actor, 'cancel-event', async tx => {
    const { event, place } = await lockEvent(tx, actor, eventId);
    insist(whyNotRun(place));
    if (event.cancelledAt) return tx.changedNothing();
    await tx.db.update(CommunityEvent, { eventId }, { cancelledAt: tx.now() });
    await tellOf(tx, eventId, await comers(tx, eventId, actor), 'was cancelled');
    tx.witness({ subjectKind: 'community-event', subjectId: eventId });
  });
}

/** Comes, or does not. The event is locked, so that its last place goes to one person alone. */
export async function answerEvent(ctx: Context, actor: Actor, eventId: string, isComing: boolean): Promise<void> {
  const { personId } = actor;
  await perform(ctx, actor, 'answer-event', async tx => {
    const { event, place } = await lockEvent(tx, actor, eventId);
    const ends = event.startsAt.getTime() + event.minutes * 60_000;
    const refusal = whyNotAnswerEvent({
      ...{ standing: place, isCancelled: event.cancelledAt !== null, isOver: ends <= tx.now().getTime() },
    });
    if (refusal) throw new Problem('conflict', refusal);
    const stood = await tx.db.findOneBy(EventAnswer, { eventId, personId });
    const isIn = stood?.state === 'coming' || stood?.state === 'waiting';
    if (stood && isIn === isComing) return tx.changedNothing();
    const coming = await tx.db.countBy(EventAnswer, { eventId, state: 'coming' });
    const isFull = event.capacity !== null && coming >= event.capacity;
    const state = isComing ? (isFull ? ('waiting' as const) : ('coming' as const)) : ('not-coming' as const);
    await tx.db.upsert(EventAnswer, { eventId, personId, state, answeredAt: tx.now() }, ['eventId', 'personId']);
    await letMoveUp(tx, eventId, event.capacity);
    tx.witness({ subjectKind: 'community-event', subjectId: eventId, facts: { state } });
  });
}

/** Who waits comes, in the order of their answers, while there are places. */
async function letMoveUp(tx: DeedContext, eventId: string, capacity: number | null): Promise<void> {
  const coming = await tx.db.countBy(EventAnswer, { eventId, state: 'coming' });
  const waiting = await tx.db.find(EventAnswer, {
    where: { eventId, state: 'waiting' },
    order: { answeredAt: 'ASC', personId: 'ASC' },
  });
  const free = capacity === null ? waiting.length : Math.max(0, capacity - coming);
  for (const { personId } of waiting.slice(0, free)) {
    await tx.db.update(EventAnswer, { eventId, personId }, { state: 'coming' });
    await tellOf(tx, eventId, [personId], 'has a place for you now');
  }
}

/** Members are asked whether they come; a committee sees numbers alone and is not. */
async function tellMembers(
  tx: DeedContext,
  { personId }: Actor,
  communityId: string,
  { eventId, title }: { readonly eventId: string; readonly title: string },
): Promise<void> {
  const members = (await tx.db.findBy(CommunityMember, { communityId, state: 'member' })).filter(
    one => one.personId !== personId && whyNotSeeInside(one) === null,
  );
  await notify(
    tx,
    members.map(one => one.personId),
    {
      ...{ kind: 'event-planned', about: eventId, link: `/mentoring/communities/${communityId}` },
      ...{ title: `Do you come? ${title}`, line: 'Say whether you come on the page of the community.' },
    },
  );
}

/** Who comes or waits, but for whoever did the deed. */
async function comers(tx: DeedContext, eventId: string, actor: Actor): Promise<string[]> {
  const answers = await tx.db.findBy(EventAnswer, { eventId, state: In(['coming', 'waiting']) });
  return answers.map(one => one.personId).filter(personId => personId !== actor.personId);
}

async function tellOf(tx: DeedContext, eventId: string, to: readonly string[], what: string): Promise<void> {
  const { title, communityId } = await tx.db.findOneByOrFail(CommunityEvent, { eventId });
  await notify(tx, to, {
    ...{ kind: 'event-changed' as const, about: `${eventId} ${what} ${tx.now().toISOString()}` },
    title: `“${title}” ${what}`,
    link: `/mentoring/communities/${communityId}`,
  });
}

/** Takes a person's answers to events to come back, and lets others move up. */
export async function leaveEvents(tx: DeedContext, communityId: string, personId: string): Promise<void> {
  const events = await tx.db.findBy(CommunityEvent, {
    ...{ communityId, cancelledAt: IsNull(), startsAt: MoreThan(tx.now()) },
  });
  for (const { eventId, capacity } of events) {
    const { affected } = await tx.db.delete(EventAnswer, { eventId, personId, state: In(['coming', 'waiting']) });
    if (affected) await letMoveUp(tx, eventId, capacity);
  }
}

/** The events to come as a calendar file, in UTC: each calendar shows them in its reader's time zone. */
export async function communityCalendar(ctx: Context, actor: Actor, communityId: string): Promise<string> {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotSeeInside(place));
  const events = await ctx.db.find(CommunityEvent, {
    where: { communityId, cancelledAt: IsNull(), startsAt: MoreThan(ctx.now()) },
    order: { startsAt: 'ASC' },
  });
  return ctx.calendarFile(
    community.name,
    events.map(({ eventId, title, startsAt, minutes, place: where, about }) => ({
      id: eventId,
      title,
      at: { startsAt, minutes },
      place: where,
      description: [about, `${ctx.publicUrl}/mentoring/communities/${communityId}`].filter(Boolean).join('\n'),
    })),
  );
}
