import type { CommunityPart } from '#core/mentoring/communityWords';
import { CommunityPair } from '#entities/CommunityPair';
import { answerEvent, planEvent } from '#services/communities/events';
import { acceptCommunityInvitation, inviteToCommunity } from '#services/communities/invitations';
import { createCommunity, setCommunityMember } from '#services/communities/memberships';
import { answerPair, offerPairs } from '#services/communities/pairs';
import type { Context } from '#services/context';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';

const WEEK_MS = 7 * 86_400_000;

/** A group of graduates with a core team of two, an event that some come to, and newcomers with and without a first contact. */
export async function fillDemoCommunity(ctx: Context, team: DemoTeam): Promise<void> {
  const { lead, first, second, third, applicant, otherApplicant, adviser, senior } = team;
  const { id: communityId } = await createCommunity(ctx, lead, {
    name: 'Graduates of the demo programme',
    about: 'Reviews, exams and applications, a year long and nobody alone.',
    part: 'faculty',
  });
  // A link is for a whole group: one for each part.
  const tokens = new Map<CommunityPart, string>();
  for (const part of ['mentee', 'senior', 'faculty'] as const) {
    const { link } = await inviteToCommunity(ctx, lead, { communityId, part, personId: null });
    tokens.set(part, link.split('/').at(-1) ?? '');
  }
  const join = async (person: DemoPerson, part: CommunityPart, wants: string, places: number) => {
    const token = tokens.get(part) ?? '';
    const own = { wants, wishesLikePath: false, places, isCounted: true };
    await acceptCommunityInvitation(ctx, person, token, own);
  };
  await join(senior, 'senior', 'To give back what I was given', 2);
  await join(adviser, 'faculty', 'To meet people who want to write', 1);
  await join(first, 'mentee', 'A review of my own on vaccines in children', 1);
  await join(third, 'mentee', 'Somebody who knows pulmonary medicine', 1);
  await join(second, 'mentee', 'Public health and a first paper', 0);
  await join(applicant, 'mentee', 'Respiratory infection in primary care', 0);
  await join(otherApplicant, 'mentee', 'To learn how to read trials', 0);
  await setCommunityMember(ctx, lead, { communityId, personId: senior.personId, isCore: true });
  const pairs = [
    { newcomerId: applicant.personId, memberId: senior.personId },
    { newcomerId: second.personId, memberId: first.personId },
  ];
  await offerPairs(ctx, lead, communityId, pairs);
  const { id: eventId } = await planEvent(ctx, senior, communityId, {
    title: 'How to read a forest plot',
    about: 'An hour with the BCG trials. Bring one figure that you don’t understand.',
    place: 'https://meet.example.org/graduates',
    startsAt: `${new Date(ctx.now().getTime() + 2 * WEEK_MS).toISOString().slice(0, 10)}T17:00:00Z`,
    ...{ minutes: 60, capacity: 12 },
  });
  for (const person of [first, second, applicant]) await answerEvent(ctx, person, eventId, true);
  await answerEvent(ctx, otherApplicant, eventId, false);
  await meetOne(ctx, { applicant, senior }, communityId);
}

/** One of the offered pairs has agreed on both sides. */
async function meetOne(
  ctx: Context,
  { applicant, senior }: Pick<DemoTeam, 'applicant' | 'senior'>,
  communityId: string,
) {
  const pair = await ctx.db.findOneByOrFail(CommunityPair, { communityId, newcomerId: applicant.personId });
  for (const person of [applicant, senior]) await answerPair(ctx, person, pair.pairId, 'met');
}
