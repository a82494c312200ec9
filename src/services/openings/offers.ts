import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { Application } from '#entities/Application';
import { Offer } from '#entities/Offer';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';
import { whyNotAccept, whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { loadOpening, lockOpening, seatsLeft } from '#services/openings/loadOpening';
import { tellLeads, tellPerson, tellWaiting } from '#services/openings/tellOfOpening';
import { type DeedContext, perform } from '#services/perform';
import { joinProject } from '#services/projects/joinProject';
import { namesOf } from '#services/projects/readProjects';
import { findStandingInProject, standInProject } from '#services/standing';

/** Offers a seat to a person, in answer to an application or unasked. More offers than seats may be open at once. */
export async function makeOffer(
  ctx: Context,
  actor: Actor,
  input: { openingId: string; personId: string; note: string; answerBy: string | null },
): Promise<{ id: string }> {
  const { projectId } = await loadOpening(ctx, input.openingId);
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  return perform(ctx, actor, 'make-offer', async tx => {
    const opening = await lockOpening(tx, input.openingId);
    if (!(await tx.db.existsBy(Person, { personId: input.personId, deletedAt: IsNull() }))) {
      throw new Problem('not-found', 'There is no such person.');
    }
    const asMember = { personId: input.personId, isAdministrator: false };
    if (await findStandingInProject(tx, asMember, projectId)) {
      throw new Problem('conflict', 'This person is in the project already. Set their roles instead.');
    }
    if ((await seatsLeft(tx, opening)) === 0) throw new Problem('conflict', 'All seats of this opening are taken.');
    refusePast(input.answerBy, tx.now());
    const offerId = tx.newId();
    await tx.db.insert(Offer, {
      offerId,
      openingId: input.openingId,
      personId: input.personId,
      note: input.note,
      state: 'open',
      madeBy: actor.personId,
      madeAt: tx.now(),
      answerBy: input.answerBy,
      answeredAt: null,
    });
    await tx.db.update(
      Application,
      { openingId: input.openingId, personId: input.personId },
      { state: 'offered', answeredAt: tx.now() },
    );
    tx.witness({ subjectKind: 'offer', subjectId: offerId, facts: { openingId: input.openingId } });
    const line = input.answerBy === null ? '' : `Answer by ${input.answerBy}.`;
    const news = { kind: 'offer-made', about: offerId, line, link: '/home' } as const;
    await tellPerson(tx, input.personId, `You are offered a seat: ${opening.title}`, news);
    return { id: offerId };
  });
}

/** Offers made to a person, newest first. */
export async function listMyOffers(ctx: Context, actor: Actor) {
  const offers = await ctx.db.find(Offer, { where: { personId: actor.personId }, order: { madeAt: 'DESC' } });
  const openings = await ctx.db.findBy(Opening, { openingId: In(offers.map(offer => offer.openingId)) });
  const projects = await ctx.db.findBy(Project, { projectId: In(openings.map(opening => opening.projectId)) });
  const names = await namesOf(
    ctx,
    offers.map(offer => offer.madeBy),
  );
  return offers.flatMap(offer => {
    const opening = openings.find(one => one.openingId === offer.openingId);
    const project = projects.find(one => one.projectId === opening?.projectId);
    if (!opening || !project) return [];
    return [
      {
        ...offer,
        openingTitle: opening.title,
        projectId: project.projectId,
        projectTitle: project.title,
        role: opening.role,
        madeBy: names.get(offer.madeBy) ?? 'a former member',
      },
    ];
  });
}

/**
 * Takes an offered seat: the opening is locked, its seats are counted, and only then does the person become a member.
 * Of two people who take the last seat at once one gets it; the other gets a 'conflict' and nothing has changed.
 */
export async function acceptOffer(ctx: Context, actor: Actor, offerId: string): Promise<{ projectId: string }> {
  const { openingId } = await loadOwnOffer(ctx, actor, offerId);
  return perform(ctx, actor, 'accept-offer', async tx => {
    const opening = await lockOpening(tx, openingId);
    const offer = await lockOffer(tx, offerId);
    const { projectId } = opening;
    if (offer.state === 'accepted') {
      tx.changedNothing();
      return { projectId };
    }
    const refusal = whyNotAccept({
      isMine: offer.personId === actor.personId,
      state: offer.state,
      seatsLeft: await seatsLeft(tx, opening),
      isPast: isPastDay(offer.answerBy, tx.now()),
    });
    if (refusal) throw new Problem('conflict', refusal);
    await tx.db.update(Offer, { offerId }, { state: 'accepted', answeredAt: tx.now() });
    await tx.db.update(
      Application,
      { openingId, personId: actor.personId },
      { state: 'accepted', answeredAt: tx.now() },
    );
    await joinProject(tx, projectId, actor.personId, [opening.role]);
    // The last seat closes the opening by itself.
    if ((await seatsLeft(tx, opening)) === 0) {
      await tx.db.update(Opening, { openingId }, { state: 'closed' });
      const sent = await tx.db.findBy(Application, { openingId, state: 'sent' });
      await tx.db.update(Application, { openingId, state: 'sent' }, { state: 'waiting' });
      await tellWaiting(tx, opening, sent, 'All seats are taken, you are on the waiting list');
    }
    tx.witness({ subjectKind: 'offer', subjectId: offerId, facts: { openingId, projectId, role: opening.role } });
    await tellLeads(tx, opening, actor.personId, 'takes the seat', { kind: 'offer-answered', about: offerId });
    return { projectId };
  });
}

export async function declineOffer(ctx: Context, actor: Actor, offerId: string): Promise<void> {
  await loadOwnOffer(ctx, actor, offerId);
  await perform(ctx, actor, 'decline-offer', async tx => {
    const offer = await lockOffer(tx, offerId);
    if (offer.state === 'declined') return tx.changedNothing();
    await closeOffer(tx, offer, 'declined', 'withdrawn');
    const opening = await loadOpening(tx, offer.openingId);
    await tellLeads(tx, opening, actor.personId, 'declines the offer', { kind: 'offer-answered', about: offerId });
  });
}

export async function withdrawOffer(ctx: Context, actor: Actor, offerId: string): Promise<void> {
  const offer = await ctx.db.findOneBy(Offer, { offerId });
  const opening = offer ? await loadOpening(ctx, offer.openingId) : null;
  const standing = opening ? await findStandingInProject(ctx, actor, opening.projectId) : null;
  if (!standing) throw new Problem('not-found', 'There is no such offer.');
  insist(whyNotLead(standing));
  await perform(ctx, actor, 'withdraw-offer', async tx => {
    const locked = await lockOffer(tx, offerId);
    if (locked.state === 'withdrawn') return tx.changedNothing();
    await closeOffer(tx, locked, 'withdrawn', 'sent');
    const about = `${offerId}:withdrawn`;
    const title = `An offer was taken back: ${opening?.title ?? ''}`;
    await tellPerson(tx, locked.personId, title, { kind: 'offer-made', about });
  });
}

async function closeOffer(
  tx: DeedContext,
  offer: Offer,
  state: 'declined' | 'withdrawn',
  applicationState: 'withdrawn' | 'sent',
): Promise<void> {
  if (offer.state !== 'open') throw new Problem('conflict', 'This offer no longer stands.');
  await tx.db.update(Offer, { offerId: offer.offerId }, { state, answeredAt: tx.now() });
  await tx.db.update(
    Application,
    { openingId: offer.openingId, personId: offer.personId },
    { state: applicationState, answeredAt: applicationState === 'sent' ? null : tx.now() },
  );
  tx.witness({ subjectKind: 'offer', subjectId: offer.offerId, facts: { openingId: offer.openingId } });
}

async function loadOwnOffer(ctx: Context, actor: Actor, offerId: string): Promise<Offer> {
  const offer = await ctx.db.findOneBy(Offer, { offerId, personId: actor.personId });
  if (!offer) throw new Problem('not-found', 'There is no such offer for you.');
  return offer;
}

async function lockOffer(tx: DeedContext, offerId: string): Promise<Offer> {
  const offer = await tx.db.findOne(Offer, { where: { offerId }, lock: { mode: 'pessimistic_write' } });
  if (!offer) throw new Problem('not-found', 'There is no such offer.');
  return offer;
}

/** The last hour of a day is over where it ends last, twelve hours behind Greenwich. */
const LAST_ZONE_MS = 12 * 3_600_000;

function isPastDay(day: string | null, now: Date): boolean {
  return day !== null && new Date(now.getTime() - LAST_ZONE_MS).toISOString().slice(0, 10) > day;
}

function refusePast(answerBy: string | null, now: Date): void {
  if (!isPastDay(answerBy, now)) return;
  const detail = 'This day is over. Give them time to answer, or leave it out.';
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/answerBy', detail }]);
}
