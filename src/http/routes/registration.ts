import * as contract from '#contract/registration';
import { type Route, route } from '#http/bind';
import { amendProtocol, listDeviations, withdrawAmendment } from '#services/reporting/amendments';
import { exportProtocol, readProtocolFields, writeProtocolField } from '#services/reporting/protocolFields';

export const registrationRoutes: readonly Route[] = [
  route(contract.getProtocol, (ctx, actor, { params }) => readProtocolFields(ctx, actor, params.reviewId)),
  route(contract.writeProtocolField, (ctx, actor, { params, body }) =>
    writeProtocolField(ctx, actor, { ...params, ...body }),
  ),
  route(contract.exportProtocol, (ctx, actor, { params }) =>
    exportProtocol(ctx, actor, params.reviewId, params.protocolFile),
  ),
  route(contract.listDeviations, (ctx, actor, { params }) => listDeviations(ctx, actor, params.reviewId)),
  route(contract.amendProtocol, (ctx, actor, { params, body }) => amendProtocol(ctx, actor, params.reviewId, body)),
  route(contract.withdrawAmendment, (ctx, actor, { params }) => withdrawAmendment(ctx, actor, params)),
];
