import { In } from 'typeorm';
import { whyNotEligible } from '#core/matching/eligibility';
import { rankCandidates } from '#core/matching/suggest';
import type { Application } from '#entities/Application';
import { Offer } from '#entities/Offer';
import type { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import type { Project } from '#entities/Project';
import { visibleLines } from '#policies/profiles';
import type { Context } from '#services/context';
import { matchableOpening, matchablePeople, pathOf, presentFit } from '#services/openings/matchables';
import { namesOf } from '#services/projects/readProjects';

/** Applicants with what they share with leads, the best fit first, each with its reasons. */
export async function rankApplicants(
  ctx: Context,
  opening: Opening,
  project: Project,
  applications: readonly Application[],
) {
  const { openingId } = opening;
  const personIds = applications.map(one => one.personId);
  const profiles = await ctx.db.findBy(Profile, { personId: In(personIds) });
  const names = await namesOf(ctx, personIds);
  const offers = await ctx.db.findBy(Offer, { openingId, state: 'open' });
  const people = await matchablePeople(ctx, profiles, 'lead');
  const ranked = rankCandidates(
    matchableOpening(opening, project),
    // Who applies for a seat looks for it, whatever other roles their profile names.
    people.map(person => ({ ...person, roles: [...(person.roles ?? []), opening.role] })),
    [],
    ctx.now().getTime(),
  );
  return ranked.flatMap(suggestion => {
    const application = applications.find(one => one.personId === suggestion.personId);
    const profile = profiles.find(one => one.personId === suggestion.personId);
    if (!application || !profile) return [];
    const { personId } = profile;
    const lines = visibleLines(profile.audiences, 'lead');
    return [
      {
        applicationId: application.applicationId,
        person: { personId, name: names.get(personId) ?? 'former member' },
        headline: lines.has('headline') ? profile.headline : '',
        skills: lines.has('skills') ? profile.skills : [],
        hoursPerWeek: lines.has('hoursPerWeek') ? profile.hoursPerWeek : null,
        timeZone: lines.has('timeZone') ? profile.timeZone : null,
        note: application.note,
        state: application.state,
        sentAt: application.sentAt,
        offerId: offers.find(offer => offer.personId === personId)?.offerId ?? null,
        fit: presentFit(suggestion, whyNotEligible(project, pathOf(profile, 'lead'))),
      },
    ];
  });
}
