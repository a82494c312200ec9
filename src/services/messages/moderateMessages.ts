import { In, IsNull } from 'typeorm';
import type { MessageReportReason } from '#core/people/messageWords';
import { Problem } from '#core/problem';
import { MessageReport } from '#entities/MessageReport';
import { MessageStop } from '#entities/MessageStop';
import { Person } from '#entities/Person';
import { PrivateMessage } from '#entities/PrivateMessage';
import { whyNotReport } from '#policies/messages';
import { insist, type Refusal } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';

const FORMER = 'former member';

function whyNotModerate(actor: Actor): Refusal {
  return actor.isAdministrator ? null : 'Only an administrator may do this.';
}

/** Reports a message that one was sent, once. An administrator reads it from then on, and no other one. */
export async function reportMessage(
  ctx: Context,
  actor: Actor,
  input: { readonly messageId: string; readonly reason: MessageReportReason; readonly note: string },
): Promise<{ id: string }> {
  const { messageId, reason, note } = input;
  const { personId } = actor;
  return perform(ctx, actor, 'report-message', async tx => {
    const [found]: { conversation_id: string; from_id: string }[] = await tx.db.query(
      `select m.conversation_id, m.from_id from private_messages m join conversations c using (conversation_id)
       where m.message_id = $1 and (c.lower_id = $2 or c.higher_id = $2)`,
      [messageId, personId],
    );
    if (!found) throw new Problem('not-found', 'There is no such message to you.');
    insist(whyNotReport({ isMine: found.from_id === personId }));
    const { conversation_id: conversationId } = found;
    const earlier = await tx.db.findOneBy(MessageReport, { conversationId, messageId, personId });
    if (earlier) {
      tx.changedNothing();
      return { id: earlier.reportId };
    }
    const reportId = tx.newId();
    await tx.db.insert(MessageReport, {
      ...{ reportId, conversationId, messageId, personId, reason, note, reportedAt: tx.now(), settledAt: null },
    });
    tx.witness({ subjectKind: 'conversation', subjectId: conversationId, facts: { reason } });
    const administrators = await tx.db.findBy(Person, { isAdministrator: true });
    await notify(
      tx,
      administrators.map(person => person.personId),
      { kind: 'post-reported', about: reportId, title: 'A private message was reported', link: '/moderation' },
    );
    return { id: reportId };
  });
}

/** The messages that were reported: those that wait first. */
export async function listReportedMessages(ctx: Context, actor: Actor) {
  insist(whyNotModerate(actor));
  const reports = await ctx.db.find(MessageReport, { order: { reportedAt: 'DESC' }, take: 200 });
  const messages = await ctx.db.findBy(PrivateMessage, { messageId: In(reports.map(report => report.messageId)) });
  const fromIds = messages.map(message => message.fromId);
  const names = await namesOf(ctx, [...fromIds, ...reports.map(report => report.personId)]);
  const stops = await ctx.db.findBy(MessageStop, { personId: In(fromIds) });
  return reports
    .flatMap(report => {
      const message = messages.find(one => one.messageId === report.messageId);
      if (!message) return [];
      const { fromId, text, sentAt } = message;
      return [
        {
          ...report,
          reportedBy: names.get(report.personId) ?? FORMER,
          message: { text, sentAt, from: { personId: fromId, name: names.get(fromId) ?? FORMER } },
          stoppedBecause: stops.find(stop => stop.personId === fromId)?.because ?? null,
        },
      ];
    })
    .sort((a, b) => Number(a.settledAt !== null) - Number(b.settledAt !== null));
}

/** Settles a report: stops all messages of who wrote it, with a reason that they read, or leaves (or lets) them write. */
export async function settleMessageReport(
  ctx: Context,
  actor: Actor,
  input: { readonly reportId: string; readonly isStopped: boolean; readonly because: string },
): Promise<void> {
  insist(whyNotModerate(actor));
  const { reportId, isStopped, because } = input;
  await perform(ctx, actor, isStopped ? 'stop-messages' : 'leave-messages', async tx => {
    const report = await tx.db.findOneBy(MessageReport, { reportId });
    const message = report && (await tx.db.findOneBy(PrivateMessage, { messageId: report.messageId }));
    if (!message) throw new Problem('not-found', 'There is no such report.');
    const { fromId: personId } = message;
    const stood = await tx.db.findOneBy(MessageStop, { personId });
    if (isStopped) await tx.db.upsert(MessageStop, { personId, because, stoppedAt: tx.now() }, ['personId']);
    else await tx.db.delete(MessageStop, { personId });
    await tx.db.update(MessageReport, { messageId: message.messageId, settledAt: IsNull() }, { settledAt: tx.now() });
    tx.witness({ subjectKind: 'person', subjectId: personId });
    const isChanged = isStopped !== (stood !== null);
    await notify(tx, isChanged ? [personId] : [], {
      ...{ kind: 'house-word', about: `messages:${tx.now().toISOString()}`, link: '/messages' },
      title: isStopped ? 'An administrator has stopped your messages' : 'You may write messages again',
      line: isStopped ? because : '',
    });
  });
}
