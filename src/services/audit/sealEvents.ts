import { CHAIN_START, type ChainedEvent, chainText } from '#core/audit/chain';
import { AuditEvent } from '#entities/AuditEvent';
import { AuditSeal } from '#entities/AuditSeal';
import type { Context } from '#services/context';

const BATCH = 2000;

/**
 * Seals new audit events of every review into its hash chain, in batches, so that one person's write never waits for
 * another's. Gives how many were sealed. Several workers may call it at once: one seals, the others pass by. This is
 * the one write without an audit event of its own, since it is what keeps them.
 */
export async function sealEvents(ctx: Context): Promise<number> {
  const rows: { review_id: string }[] = await ctx.db.query(
    `select distinct event.review_id from audit_events event
     left join audit_seals seal on seal.review_id = event.review_id and seal.event_id = event.event_id
     where seal.event_id is null`,
  );
  let sealed = 0;
  for (const { review_id: reviewId } of rows) sealed += await sealReview(ctx, reviewId);
  return sealed;
}

/** Seals what one review has waiting. */
export async function sealReview(ctx: Context, reviewId: string): Promise<number> {
  return ctx.db.transaction(async db => {
    const [lock]: { mine: boolean }[] = await db.query(
      "select pg_try_advisory_xact_lock(hashtext('seal'), hashtext($1)) as mine",
      [reviewId],
    );
    if (!lock?.mine) return 0;
    const waiting = await db
      .createQueryBuilder(AuditEvent, 'event')
      .leftJoin(AuditSeal, 'seal', 'seal.reviewId = event.reviewId and seal.eventId = event.eventId')
      .where('event.reviewId = :reviewId and seal.eventId is null', { reviewId })
      .orderBy('event.at')
      .addOrderBy('event.eventId')
      .take(BATCH)
      .getMany();
    if (waiting.length === 0) return 0;
    const last = await db.findOne(AuditSeal, { where: { reviewId }, order: { position: 'DESC' } });
    let position = last?.position ?? 0;
    let hash = last?.hash ?? CHAIN_START;
    const seals = waiting.map(event => {
      hash = ctx.sha256(chainText(hash, chained(event)));
      position++;
      return { reviewId, position, eventId: event.eventId, hash };
    });
    await db.insert(AuditSeal, seals);
    return seals.length;
  });
}

/** An event of the table as the chain covers it. */
export function chained(event: AuditEvent): ChainedEvent {
  const { reviewId, eventId, actorId, deed, subjectKind, subjectId, facts, at } = event;
  return { reviewId, eventId, actorId, deed, subjectKind, subjectId, facts, at: at.toISOString() };
}
