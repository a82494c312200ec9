import * as contract from '#contract/figures';
import { type Route, route } from '#http/bind';

export const figureRoutes: readonly Route[] = [
  route(contract.drawFigure, async (ctx, _actor, { body }) => ({
    fileName: 'figure.pdf',
    contentType: 'application/pdf',
    content: Buffer.from(await ctx.think.drawPdf(body.svg)),
  })),
];
