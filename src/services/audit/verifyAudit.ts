import { type ChainFinding, verifyChain } from '#core/audit/chain';
import { AuditEvent } from '#entities/AuditEvent';
import { AuditSeal } from '#entities/AuditSeal';
import { chained } from '#services/audit/sealEvents';
import type { Context } from '#services/context';

export interface AuditFinding {
  readonly reviewId: string;
  readonly chain: ChainFinding;
  /** Events that the worker has not sealed yet. */
  readonly unsealed: number;
}

/** Recomputes the hash chain of one review, or of all. */
export async function verifyAudit(ctx: Context, reviewId: string | null): Promise<AuditFinding[]> {
  const ids = reviewId ? [reviewId] : await reviewIds(ctx);
  const findings: AuditFinding[] = [];
  for (const id of ids) findings.push(await verifyReview(ctx, id));
  return findings;
}

async function reviewIds(ctx: Context): Promise<string[]> {
  const rows: { review_id: string }[] = await ctx.db.query('select review_id from reviews order by review_id');
  return rows.map(row => row.review_id);
}

/** Recomputes one review’s chain from its events and seals. */
export async function verifyReview(ctx: Context, reviewId: string): Promise<AuditFinding> {
  const events = new Map((await ctx.db.findBy(AuditEvent, { reviewId })).map(event => [event.eventId, event]));
  const seals = await ctx.db.find(AuditSeal, { where: { reviewId }, order: { position: 'ASC' } });
  const links = seals.map(seal => {
    const event = events.get(seal.eventId);
    return { seal, event: event ? chained(event) : null };
  });
  return { reviewId, chain: verifyChain(links, ctx.sha256), unsealed: events.size - seals.length };
}
