import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { cursorQuery, Id, Instant, Made, NextCursor, PersonName, WhyNot } from '#contract/shapes';
import { MESSAGE_REPORT_REASONS, TIES } from '#core/people/messageWords';

const Params = z.object({ personId: Id });
/** Why two people may write to each other: what they share, and its name. */
const SharedTies = z.array(z.object({ tie: z.enum(TIES), about: z.string() }));

export const listConversations = endpoint({
  method: 'GET',
  path: '/api/conversations',
  summary: 'My conversations, latest first, and whom else I may write to',
  reply: z.object({
    conversations: z.array(
      z.object({
        with: PersonName,
        ties: SharedTies,
        unread: z.number().int(),
        last: z.object({ excerpt: z.string(), sentAt: Instant, isMine: z.boolean() }),
        isBlocked: z.boolean(),
      }),
    ),
    contacts: z.array(z.object({ person: PersonName, ties: SharedTies })),
  }),
});

export const getConversation = endpoint({
  method: 'GET',
  path: '/api/conversations/:personId',
  summary: 'What one person and I wrote to each other, the newest page in the order of writing',
  params: Params,
  query: z.object({ ...cursorQuery }),
  reply: z.object({
    with: PersonName,
    ties: SharedTies,
    messages: z.array(
      z.object({
        messageId: Id,
        text: z.string(),
        sentAt: Instant,
        isMine: z.boolean(),
        /** Of my own: whether the other one has read it. */
        isRead: z.boolean(),
        isReported: z.boolean(),
      }),
    ),
    /** Hand it back as `cursor` for what was written before. */
    earlier: NextCursor,
    isBlocked: z.boolean(),
    may: z.object({ write: WhyNot }),
  }),
});

export const writeMessage = endpoint({
  method: 'POST',
  path: '/api/conversations/:personId/messages',
  summary: 'Write to a person whom I share a project, an application or a mentorship with',
  params: Params,
  body: z.object({
    text: z.string().trim().min(1, 'Write something first').max(5000, 'Keep it under 5,000 characters'),
    /** Made by the caller: the same key writes once. */
    key: Id,
  }),
  reply: Made,
  status: 201,
});

export const readMessages = endpoint({
  method: 'PUT',
  path: '/api/conversations/:personId/read-mark',
  summary: 'Mark what the other one wrote as read, up to a message',
  params: Params,
  body: z.object({ messageId: Id }),
});

export const blockPerson = endpoint({
  method: 'PUT',
  path: '/api/conversations/:personId/block',
  summary: 'Take no messages from a person, or take them again',
  params: Params,
  body: z.object({ isBlocked: z.boolean() }),
});

export const reportMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:messageId/reports',
  summary: 'Report a message to me to the administrator',
  params: z.object({ messageId: Id }),
  body: z.object({ reason: z.enum(MESSAGE_REPORT_REASONS), note: z.string().trim().max(2000).default('') }),
  reply: Made,
  status: 201,
});

export const listReportedMessages = endpoint({
  method: 'GET',
  path: '/api/message-reports',
  summary: 'Messages that their readers reported (administrator)',
  reply: z.object({
    reports: z.array(
      z.object({
        reportId: Id,
        reason: z.enum(MESSAGE_REPORT_REASONS),
        note: z.string(),
        reportedBy: z.string(),
        reportedAt: Instant,
        settledAt: Instant.nullable(),
        message: z.object({ text: z.string(), sentAt: Instant, from: PersonName }),
        stoppedBecause: z.string().nullable(),
      }),
    ),
  }),
});

export const settleMessageReport = endpoint({
  method: 'PUT',
  path: '/api/message-reports/:reportId',
  summary: 'Stop all messages of who wrote a reported one, or let them write (administrator)',
  params: z.object({ reportId: Id }),
  body: z
    .object({ isStopped: z.boolean(), because: z.string().trim().max(500).default('') })
    .refine(({ isStopped, because }) => !isStopped || because !== '', {
      path: ['because'],
      message: 'Say why: who wrote it reads this',
    }),
});
