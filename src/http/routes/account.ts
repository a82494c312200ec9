import * as contract from '#contract/account';
import { type Route, route } from '#http/bind';
import { endSession } from '#http/session';
import { setAdministrator } from '#services/people/administrators';
import { deleteAccount } from '#services/people/deleteAccount';
import { askForExport, openExport, removeExport } from '#services/people/exportAccount';
import { readAccount } from '#services/people/readAccount';

export const accountRoutes: readonly Route[] = [
  route(contract.getAccount, (ctx, actor) => readAccount(ctx, actor)),
  route(contract.exportAccount, (ctx, actor) => askForExport(ctx, actor)),
  route(contract.removeAccountExport, (ctx, actor, { params }) => removeExport(ctx, actor, params.exportId)),
  route(contract.downloadAccountExport, async (ctx, actor, { params }) => ({
    fileName: 'pooled-account.zip',
    contentType: 'application/zip',
    content: await openExport(ctx, actor, params.exportId),
  })),
  route(contract.deleteAccount, async (ctx, actor, { body, request, response }) => {
    await deleteAccount(ctx, actor, body);
    await endSession(request);
    response.clearCookie('pooled.sid');
  }),
  route(contract.setAdministrator, (ctx, actor, { params, body }) =>
    setAdministrator(ctx, actor, { personId: params.personId, isAdministrator: body.isAdministrator }),
  ),
];
