import { Application } from '#entities/Application';
import { Offer } from '#entities/Offer';
import { Profile } from '#entities/Profile';
import { visibleLines } from '#policies/profiles';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { loadOpening } from '#services/openings/loadOpening';
import { matchableOpening, matchablePeople, presentFit } from '#services/openings/matchables';
import { listMembers, namesOf } from '#services/projects/readProjects';
import { requireProject, standInProject } from '#services/standing';

const MOST = 20;

/** People outside the team who would fit an opening, best first with reasons. It proposes; it commits nobody. */
export async function suggestPeople(ctx: Context, actor: Actor, openingId: string) {
  const opening = await loadOpening(ctx, openingId);
  insist(whyNotLead(await standInProject(ctx, actor, opening.projectId)));
  const project = await requireProject(ctx, opening.projectId);
  const members = new Set((await listMembers(ctx, opening.projectId)).map(member => member.personId));
  // Who has shared nothing of what they work on can't be suggested with a reason.
  const profiles = (await ctx.db.find(Profile)).filter(
    one => !members.has(one.personId) && visibleLines(one.audiences, 'stranger').has('topics'),
  );
  const all = await ctx.think.rankCandidates(
    matchableOpening(opening, project),
    await matchablePeople(ctx, profiles, 'stranger'),
    ctx.now().getTime(),
  );
  const ranked = all.filter(suggestion => suggestion.score > 0).slice(0, MOST);
  const names = await namesOf(
    ctx,
    ranked.map(one => one.personId),
  );
  const applications = new Set((await ctx.db.findBy(Application, { openingId })).map(one => one.personId));
  const offers = new Set((await ctx.db.findBy(Offer, { openingId, state: 'open' })).map(one => one.personId));
  return ranked.map(suggestion => ({
    person: { personId: suggestion.personId, name: names.get(suggestion.personId) ?? 'former member' },
    headline: headlineOf(profiles.find(profile => profile.personId === suggestion.personId)),
    fit: presentFit(suggestion),
    hasApplied: applications.has(suggestion.personId),
    hasOpenOffer: offers.has(suggestion.personId),
  }));
}

function headlineOf(profile: Profile | undefined): string {
  return profile && visibleLines(profile.audiences, 'stranger').has('headline') ? profile.headline : '';
}
