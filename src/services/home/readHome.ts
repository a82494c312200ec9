import { In } from 'typeorm';
import { Application } from '#entities/Application';
import { Membership } from '#entities/Membership';
import { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import type { Actor, Context } from '#services/context';
import { seatsLeft } from '#services/openings/loadOpening';
import { listMyOffers } from '#services/openings/offers';
import { listOpenings } from '#services/openings/readOpenings';
import { listReviews } from '#services/reviews/readReviews';

const SUGGESTED = 3;

/** What waits for a person: their reviews with the next deed, offers, openings that fit, seats that they have to fill. */
export async function readHome(ctx: Context, actor: Actor) {
  const profile = await ctx.db.findOneBy(Profile, { personId: actor.personId });
  const offers = (await listMyOffers(ctx, actor)).filter(offer => offer.state === 'open');
  const openings = await listOpenings(ctx, actor, { text: '', state: 'open' });
  return {
    reviews: await listReviews(ctx, actor),
    offers,
    suggestedOpenings: openings
      .filter(opening => opening.may.apply === null && opening.fit?.excludedBecause == null)
      .slice(0, SUGGESTED),
    seatsToFill: await seatsToFill(ctx, actor),
    profileIsEmpty: !profile || profile.interests === '',
  };
}

async function seatsToFill(ctx: Context, actor: Actor) {
  const led = (await ctx.db.findBy(Membership, { personId: actor.personId })).filter(
    one => one.leftAt === null && one.roles.includes('lead'),
  );
  const openings = await ctx.db.find(Opening, {
    where: { projectId: In(led.map(one => one.projectId)), state: 'open' },
    order: { createdAt: 'ASC' },
  });
  const projects = await ctx.db.findBy(Project, { projectId: In(openings.map(one => one.projectId)) });
  const seats = [];
  for (const opening of openings) {
    const { openingId, title, projectId } = opening;
    seats.push({
      openingId,
      title,
      projectTitle: projects.find(project => project.projectId === projectId)?.title ?? '',
      seatsLeft: await seatsLeft(ctx, opening),
      applicants: await ctx.db.countBy(Application, { openingId, state: In(['sent', 'offered']) }),
      toAnswer: await ctx.db.countBy(Application, { openingId, state: 'sent' }),
    });
  }
  return seats;
}
