import * as contract from '#contract/home';
import * as parts from '#contract/homeParts';
import { openRoute, type Route, route } from '#http/bind';
import { startSession } from '#http/session';
import { fillDemo } from '#services/demo/fillDemo';
import { homeApprovals } from '#services/home/homeApprovals';
import { homeCredit } from '#services/home/homeCredit';
import { homeTeams } from '#services/home/homeTeams';
import { homeWatch } from '#services/home/homeWatch';
import { readHome } from '#services/home/readHome';

export const homeRoutes: readonly Route[] = [
  route(contract.getHome, (ctx, actor) => readHome(ctx, actor)),
  route(parts.getHomeCredit, (ctx, actor) => homeCredit(ctx, actor)),
  route(parts.getHomeWatch, (ctx, actor) => homeWatch(ctx, actor)),
  route(parts.getHomeTeams, (ctx, actor) => homeTeams(ctx, actor)),
  route(parts.getHomeApprovals, (ctx, actor) => homeApprovals(ctx, actor)),
  openRoute(contract.fillDemo, async (ctx, _actor, { request }) => {
    const { leadId, ...demo } = await fillDemo(ctx);
    await startSession(request, leadId);
    return demo;
  }),
];
