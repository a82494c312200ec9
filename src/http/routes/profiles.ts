import * as preferences from '#contract/preferences';
import * as contract from '#contract/profiles';
import * as publications from '#contract/publications';
import { type Route, route } from '#http/bind';
import { claimFile, claimPmids, findPublications } from '#services/people/claimPublications';
import { listPreferences, savePreference } from '#services/people/preferences';
import { changeProfile, correctTopic, previewProfile, readOwnProfile, readPerson } from '#services/people/profiles';
import { answerPublications, forgetPublication, listMyPublications } from '#services/people/publications';

export const profileRoutes: readonly Route[] = [
  route(contract.getProfile, (ctx, actor) => readOwnProfile(ctx, actor)),
  route(contract.changeProfile, (ctx, actor, { body }) => changeProfile(ctx, actor, body)),
  route(contract.correctTopic, (ctx, actor, { body }) => correctTopic(ctx, actor, body)),
  route(contract.previewProfile, (ctx, actor, { query }) => previewProfile(ctx, actor, query.by)),
  route(contract.getPerson, (ctx, actor, { params }) => readPerson(ctx, actor, params.personId)),
  route(preferences.listPreferences, (ctx, actor) => listPreferences(ctx, actor)),
  route(preferences.savePreference, (ctx, actor, { params, body }) =>
    savePreference(ctx, actor, { ...body, ...params }),
  ),
  route(publications.listMyPublications, async (ctx, actor) => ({
    publications: await listMyPublications(ctx, actor),
  })),
  route(publications.claimPmids, (ctx, actor, { body }) => claimPmids(ctx, actor, body.pmids)),
  route(publications.claimFile, (ctx, actor, { query, request }) =>
    claimFile(ctx, actor, { ...query, content: request }),
  ),
  route(publications.findMyPublications, (ctx, actor, { body }) => findPublications(ctx, actor, body)),
  route(publications.answerPublications, (ctx, actor, { body }) => answerPublications(ctx, actor, body)),
  route(publications.forgetPublication, (ctx, actor, { params }) =>
    forgetPublication(ctx, actor, params.publicationId),
  ),
];
