import * as contract from '#contract/profiles';
import { type Route, route } from '#http/bind';
import { readProfile, saveProfile } from '#services/people/profiles';

export const profileRoutes: readonly Route[] = [
  route(contract.getProfile, (ctx, actor) => readProfile(ctx, actor.personId)),
  route(contract.saveProfile, (ctx, actor, { body }) => saveProfile(ctx, actor, body)),
  route(contract.getPerson, (ctx, _actor, { params }) => readProfile(ctx, params.personId)),
];
