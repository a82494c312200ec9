import * as contract from '#contract/pilots';
import { type Route, route } from '#http/bind';
import { drawPilot, passPilot } from '#services/screening/pilots';
import { readPilot } from '#services/screening/readPilot';

export const pilotRoutes: readonly Route[] = [
  route(contract.getPilot, (ctx, actor, { params }) => readPilot(ctx, actor, params)),
  route(contract.drawPilot, (ctx, actor, { params, body }) => drawPilot(ctx, actor, params, body)),
  route(contract.passPilot, (ctx, actor, { params, body }) => passPilot(ctx, actor, params, body.reason)),
];
