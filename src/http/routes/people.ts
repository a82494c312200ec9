import * as contract from '#contract/people';
import { openRoute, type Route, route } from '#http/bind';
import { endSession, startSession } from '#http/session';
import { isEmptyInstallation } from '#services/people/isEmptyInstallation';
import { readMe } from '#services/people/readMe';
import { askPasswordReset, makePasswordResetLink, setPassword } from '#services/people/resetPassword';
import { signIn } from '#services/people/signIn';
import { signUp } from '#services/people/signUp';

export function peopleRoutes(options: { hasOrcid: boolean }): readonly Route[] {
  return [
    openRoute(contract.getSession, async (ctx, actor) => ({
      person: actor ? await readMe(ctx, actor.personId) : null,
      signIn: { hasOrcid: options.hasOrcid, hasMail: ctx.mail.isConfigured, isEmpty: await isEmptyInstallation(ctx) },
    })),
    openRoute(contract.signUp, async (ctx, _actor, { body, request }) => {
      const { personId } = await signUp(ctx, body);
      await startSession(request, personId);
      return readMe(ctx, personId);
    }),
    openRoute(contract.signIn, async (ctx, _actor, { body, request }) => {
      const { personId } = await signIn(ctx, body);
      await startSession(request, personId);
      return readMe(ctx, personId);
    }),
    openRoute(contract.signOut, async (_ctx, _actor, { request, response }) => {
      await endSession(request);
      response.clearCookie('pooled.sid');
    }),
    openRoute(contract.askPasswordReset, async (ctx, _actor, { body }) => askPasswordReset(ctx, body.email)),
    route(contract.makePasswordResetLink, async (ctx, actor, { params }) =>
      makePasswordResetLink(ctx, actor, params.personId),
    ),
    openRoute(contract.setPassword, async (ctx, _actor, { params, body }) =>
      setPassword(ctx, { token: params.token, password: body.password }),
    ),
  ];
}
