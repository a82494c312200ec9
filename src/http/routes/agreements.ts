import * as contract from '#contract/agreements';
import { type Route, route } from '#http/bind';
import { draftAgreement, readAgreement, signAgreement } from '#services/agreements/agreements';
import { askForChange } from '#services/agreements/askForChange';
import { exportAgreement } from '#services/agreements/exportAgreement';

export const agreementRoutes: readonly Route[] = [
  route(contract.getAuthorshipAgreement, (ctx, actor, { params, query }) =>
    readAgreement(ctx, actor, params.projectId, query.version),
  ),
  route(contract.draftAuthorshipAgreement, (ctx, actor, { params, body }) =>
    draftAgreement(ctx, actor, params.projectId, body),
  ),
  route(contract.signAuthorshipAgreement, (ctx, actor, { params, body }) =>
    signAgreement(ctx, actor, { ...params, ...body }),
  ),
  route(contract.askForAgreementChange, (ctx, actor, { params, body }) =>
    askForChange(ctx, actor, { ...params, ...body }),
  ),
  route(contract.exportAuthorshipAgreement, (ctx, actor, { params }) => exportAgreement(ctx, actor, params)),
];
