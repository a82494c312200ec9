import * as contract from '#contract/notifications';
import { openRoute, type Route, route } from '#http/bind';
import { countUnreadMessages } from '#services/messages/readConversations';
import {
  countUnread,
  listNotifications,
  markAllNotifications,
  markNotification,
} from '#services/notifications/readNotifications';
import { readSettings, saveSettings, stopLetters } from '#services/notifications/settings';

export const notificationRoutes: readonly Route[] = [
  route(contract.getUnread, async (ctx, actor) => ({
    notifications: await countUnread(ctx, actor),
    messages: await countUnreadMessages(ctx, actor),
  })),
  route(contract.listNotifications, (ctx, actor, { query }) => listNotifications(ctx, actor, query)),
  route(contract.markNotification, (ctx, actor, { params, body }) =>
    markNotification(ctx, actor, params.notificationId, body.isRead),
  ),
  route(contract.markAllNotifications, (ctx, actor, { body }) => markAllNotifications(ctx, actor, body.readUntil)),
  route(contract.getNotificationSettings, (ctx, actor) => readSettings(ctx, actor)),
  route(contract.saveNotificationSettings, (ctx, actor, { body }) => saveSettings(ctx, actor, body)),
  openRoute(contract.stopLetters, (ctx, _actor, { params }) => stopLetters(ctx, params.token)),
];
