import { In, IsNull, LessThan, Not } from 'typeorm';
import { AuditEvent } from '#entities/AuditEvent';
import { AuditSeal } from '#entities/AuditSeal';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { hiddenDeeds } from '#policies/visibility';
import { deedSentence } from '#services/audit/deedSentence';
import { verifyReview } from '#services/audit/verifyAudit';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/**
 * The audit events of a review, newest first, for its leads. What a person chose is no part of it: the facts stay in
 * the database and in the export, so that a lead who screens learns nothing here.
 */
export async function listAuditEvents(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  query: { limit: number; before?: string | undefined },
) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const whyNot = whyNotAct(viewer, 'seeAudit');
  insist(whyNot);
  const asked = { reviewId, ...(query.before ? { at: LessThan(new Date(query.before)) } : {}) };
  const events = await ctx.db.find(AuditEvent, {
    where: [
      { ...asked, actorId: actor.personId },
      { ...asked, actorId: IsNull() },
      { ...asked, actorId: Not(actor.personId), deed: Not(In([...hiddenDeeds(viewer)])) },
    ],
    order: { at: 'DESC', eventId: 'DESC' },
    take: query.limit,
  });
  const seals = new Map((await ctx.db.findBy(AuditSeal, { reviewId })).map(seal => [seal.eventId, seal.position]));
  const names = await namesOf(
    ctx,
    events.flatMap(event => event.actorId ?? []),
  );
  const { chain, unsealed } = await verifyReview(ctx, reviewId);
  return {
    events: events.map(({ eventId, at, actorId, deed, subjectKind, subjectId }) => ({
      eventId,
      at,
      actorName: actorId ? (names.get(actorId) ?? 'former member') : 'Pooled',
      deed,
      sentence: deedSentence(deed),
      subjectKind,
      subjectId,
      sealedAs: seals.get(eventId) ?? null,
    })),
    chain: chain.holds
      ? { holds: true, length: chain.length, unsealed, fingerprint: chain.fingerprint, because: null }
      : {
          holds: false,
          length: seals.size,
          unsealed,
          fingerprint: '',
          because: `Link ${chain.position}: ${chain.because}`,
        },
    may: { see: whyNot },
  };
}
