import * as contract from '#contract/home';
import { openRoute, type Route, route } from '#http/bind';
import { startSession } from '#http/session';
import { fillDemo } from '#services/demo/fillDemo';
import { readHome } from '#services/home/readHome';

export const homeRoutes: readonly Route[] = [
  route(contract.getHome, (ctx, actor) => readHome(ctx, actor)),
  openRoute(contract.fillDemo, async (ctx, _actor, { request }) => {
    const { leadId, ...demo } = await fillDemo(ctx);
    await startSession(request, leadId);
    return demo;
  }),
];
