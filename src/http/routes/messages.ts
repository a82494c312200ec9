import * as contract from '#contract/messages';
import { type Route, route } from '#http/bind';
import { listReportedMessages, reportMessage, settleMessageReport } from '#services/messages/moderateMessages';
import { listConversations, readConversation } from '#services/messages/readConversations';
import { blockPerson, readMessages, writeMessage } from '#services/messages/writeMessage';

export const messageRoutes: readonly Route[] = [
  route(contract.listConversations, (ctx, actor) => listConversations(ctx, actor)),
  route(contract.getConversation, (ctx, actor, { params, query }) =>
    readConversation(ctx, actor, { ...params, ...query }),
  ),
  route(contract.writeMessage, (ctx, actor, { params, body }) => writeMessage(ctx, actor, { ...params, ...body })),
  route(contract.readMessages, (ctx, actor, { params, body }) =>
    readMessages(ctx, actor, params.personId, body.messageId),
  ),
  route(contract.blockPerson, (ctx, actor, { params, body }) =>
    blockPerson(ctx, actor, params.personId, body.isBlocked),
  ),
  route(contract.reportMessage, (ctx, actor, { params, body }) => reportMessage(ctx, actor, { ...params, ...body })),
  route(contract.listReportedMessages, async (ctx, actor) => ({ reports: await listReportedMessages(ctx, actor) })),
  route(contract.settleMessageReport, (ctx, actor, { params, body }) =>
    settleMessageReport(ctx, actor, { ...params, ...body }),
  ),
];
