import { isKind, KINDS } from '#core/notifications/kinds';
import { MOST_TRIES, retryDelay } from '#core/notifications/retryDelay';
import { writeLetter } from '#core/notifications/writeLetter';
import { Notification } from '#entities/Notification';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';

const MOST_IN_A_TURN = 200;
/** Where so many go wrong in a row, it is the server and not an address. */
const MOST_FAILURES = 3;
/** Whoever claimed a letter and hasn't said what came of it for so long is no more: longer than any connection waits. */
const CLAIM_MS = 15 * 60_000;

interface Claimed {
  readonly letter_id: string;
  readonly person_id: string;
  readonly tries: number;
}

type Delivery = Awaited<ReturnType<Context['mail']['send']>>;

/**
 * Sends the letters that wait, each at most once. One worker claims a letter before it sends. What the server refused, or what
 * never reached it, is tried again under the same Message-ID, ever more rarely. Where nobody can know whether the server took it
 * (the connection broke after the text had begun to flow, or the worker was killed meanwhile) it is not sent again: what it
 * tells stands on the page instead, so that nothing comes twice and nothing is lost. Gives how many were sent.
 */
export async function sendLetters(ctx: Context): Promise<number> {
  if (!ctx.mail.isConfigured) return 0;
  await leaveClaimed(ctx);
  let sent = 0;
  let failures = 0;
  for (let turn = 0; turn < MOST_IN_A_TURN && failures < MOST_FAILURES; turn++) {
    const token = ctx.newToken();
    const letter = await claim(ctx, token);
    if (!letter) break;
    const delivery = await send(ctx, letter, token);
    await close(ctx, letter, delivery);
    if (delivery === 'taken') sent++;
    failures = delivery === 'taken' ? 0 : failures + 1;
  }
  return sent;
}

/** Letters whose worker is no more: each may have left. */
async function leaveClaimed(ctx: Context): Promise<void> {
  const lost: { letter_id: string }[] = await ctx.db.query(
    `with lost as (update letters set state = 'unsure' where state = 'sending' and next_try_at <= $1 returning letter_id)
     select letter_id from lost`,
    [ctx.now()],
  );
  for (const { letter_id } of lost) await putOnPage(ctx, letter_id);
}

/** What a letter tells stands on the page, also for who wanted it by mail alone. */
async function putOnPage(ctx: Context, letterId: string): Promise<void> {
  ctx.log.warn({ letterId }, 'a letter that did not surely leave stands on the page, and is not sent again');
  await ctx.db.query('update notifications set is_on_page = true where letter_id = $1', [letterId]);
}

async function claim(ctx: Context, token: string): Promise<Claimed | null> {
  const now = ctx.now();
  const rows: Claimed[] = await ctx.db.query(
    `with claimed as (
       update letters set state = 'sending', tries = tries + 1, next_try_at = $2, unsubscribe_hash = $3
       where letter_id = (select letter_id from letters where state = 'waiting' and next_try_at <= $1
         order by next_try_at for update skip locked limit 1)
       returning letter_id, person_id, tries) select * from claimed`,
    [now, new Date(now.getTime() + CLAIM_MS), ctx.sha256(token)],
  );
  return rows[0] ?? null;
}

async function send(ctx: Context, letter: Claimed, token: string): Promise<Delivery> {
  const person = await ctx.db.findOneBy(Person, { personId: letter.person_id });
  const told = await ctx.db.find(Notification, {
    where: { personId: letter.person_id, letterId: letter.letter_id },
    order: { notificationId: 'ASC' },
  });
  const known = told.flatMap(one => (isKind(one.kind) ? [{ ...one, topic: KINDS[one.kind].topic }] : []));
  // An address that was taken away meanwhile, or nothing left to tell: there is nothing to send.
  if (!person || person.email.endsWith('.invalid') || known.length === 0) return 'taken';
  const unsubscribePath = `/unsubscribe/${token}`;
  const { subject, text, html } = writeLetter(known, { name: person.name, publicUrl: ctx.publicUrl, unsubscribePath });
  return ctx.mail.send({
    ...{ to: person.email, subject, text, html, id: letter.letter_id },
    unsubscribeUrl: `${ctx.publicUrl}/api/unsubscriptions/${token}`,
  });
}

async function close(ctx: Context, { letter_id, tries }: Claimed, delivery: Delivery): Promise<void> {
  const now = ctx.now();
  const isGivenUp = delivery === 'refused' && tries >= MOST_TRIES;
  if (isGivenUp || delivery === 'unknown') await putOnPage(ctx, letter_id);
  await ctx.db.query('update letters set state = $2, sent_at = $3, next_try_at = $4 where letter_id = $1', [
    letter_id,
    delivery === 'taken' ? 'sent' : delivery === 'unknown' ? 'unsure' : isGivenUp ? 'failed' : 'waiting',
    delivery === 'taken' ? now : null,
    new Date(now.getTime() + retryDelay(tries)),
  ]);
}
