import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { cursorQuery, Id, Instant, NextCursor } from '#contract/shapes';
import { MAIL_RHYTHMS, NOTIFICATION_KINDS, NOTIFICATION_TOPICS } from '#core/notifications/kinds';

export const getUnread = endpoint({
  method: 'GET',
  path: '/api/unread',
  summary: 'How many notifications and messages I have not read',
  reply: z.object({ notifications: z.number().int(), messages: z.number().int() }),
});

export const listNotifications = endpoint({
  method: 'GET',
  path: '/api/notifications',
  summary: 'My notifications, newest first',
  query: z.object({
    show: z.enum(['all', 'unread']).default('all'),
    topic: z.enum(NOTIFICATION_TOPICS).optional(),
    ...cursorQuery,
  }),
  reply: z.object({
    notifications: z.array(
      z.object({
        notificationId: Id,
        kind: z.enum(NOTIFICATION_KINDS),
        topic: z.enum(NOTIFICATION_TOPICS),
        title: z.string(),
        line: z.string(),
        /** A path of this installation. */
        link: z.string(),
        at: Instant,
        isRead: z.boolean(),
      }),
    ),
    next: NextCursor,
    unread: z.number().int(),
  }),
});

export const markNotification = endpoint({
  method: 'PUT',
  path: '/api/notifications/:notificationId',
  summary: 'Mark a notification as read, or unread again',
  params: z.object({ notificationId: Id }),
  body: z.object({ isRead: z.boolean() }),
});

export const markAllNotifications = endpoint({
  method: 'PUT',
  path: '/api/notifications',
  summary: 'Mark as read what came until an instant: what came later has not been seen',
  body: z.object({ readUntil: z.iso.datetime() }),
});

const Hour = z.number().int().min(0, 'An hour from 0 to 23').max(23, 'An hour from 0 to 23');
const Choice = z.object({ isOnPage: z.boolean(), mail: z.enum(MAIL_RHYTHMS) });
const hours = {
  quietFrom: Hour,
  quietUntil: Hour,
  digestHour: Hour,
  /** 0 is Sunday. */
  digestWeekday: z.number().int().min(0).max(6),
  isMailOff: z.boolean(),
};

export const getNotificationSettings = endpoint({
  method: 'GET',
  path: '/api/notification-settings',
  summary: 'What I am told, how, and in which hours of my own place',
  reply: z.object({
    ...hours,
    timeZone: z.string(),
    /** Whether the zone is the person’s own word. */
    hasTimeZone: z.boolean(),
    email: z.string(),
    isMailConfigured: z.boolean(),
    kinds: z.array(
      Choice.extend({ kind: z.enum(NOTIFICATION_KINDS), topic: z.enum(NOTIFICATION_TOPICS), name: z.string() }),
    ),
  }),
});

export const saveNotificationSettings = endpoint({
  method: 'PUT',
  path: '/api/notification-settings',
  summary: 'Choose what I am told, how, and when; kinds that are not named stay as they are',
  body: z.object({ ...hours, choices: z.partialRecord(z.enum(NOTIFICATION_KINDS), Choice).default({}) }),
});

export const stopLetters = endpoint({
  method: 'POST',
  path: '/api/unsubscriptions/:token',
  summary: 'Stop the letters of notifications, by the link in one of them',
  access: 'anyone',
  params: z.object({ token: z.string().min(20).max(200) }),
});
