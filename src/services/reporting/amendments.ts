import { Problem } from '#core/problem';
import { ProtocolAmendment } from '#entities/ProtocolAmendment';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { loadDeviations } from '#services/reporting/deviations';
import { standInReview } from '#services/standing';

export interface AmendmentInput {
  /** The deviation that it explains; null for a change that nobody but people know of. */
  readonly about: string | null;
  readonly amendedOn: string;
  readonly what: string;
  readonly reason: string;
}

/** Every deviation from the protocol and every amendment of it, oldest first. */
export async function listDeviations(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const written = await ctx.db.findBy(ProtocolAmendment, { reviewId });
  const deviations = await loadDeviations(ctx, reviewId);
  return {
    deviations: deviations.map(one => {
      const own = written.find(row => row.about === one.id || row.amendmentId === one.id);
      return { ...one, isFromData: own?.about !== null, amendmentId: own?.amendmentId ?? null };
    }),
    may: { amend: whyNotAct(viewer, 'amendProtocol') },
  };
}

/** Writes down a change of the protocol, or why the review left it. */
export async function amendProtocol(ctx: Context, actor: Actor, reviewId: string, input: AmendmentInput) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'amendProtocol'));
  const known = await loadDeviations(ctx, reviewId);
  const deviation = known.find(one => one.id === input.about);
  if (input.about !== null && !deviation) throw new Problem('not-found', 'The data show no such deviation.');
  return perform(ctx, actor, 'amend-protocol', async tx => {
    const stamp = { writtenBy: actor.personId, writtenAt: tx.now() };
    const before =
      input.about === null
        ? null
        : await tx.db.findOne(ProtocolAmendment, {
            where: { reviewId, about: input.about },
            lock: { mode: 'pessimistic_write' },
          });
    const fields = deviation ? { ...input, amendedOn: deviation.on, what: deviation.what } : input;
    const amendmentId = before?.amendmentId ?? tx.newId();
    if (before?.reason === input.reason) tx.changedNothing();
    else {
      if (before) await tx.db.update(ProtocolAmendment, { reviewId, amendmentId }, { reason: input.reason, ...stamp });
      else await tx.db.insert(ProtocolAmendment, { reviewId, amendmentId, ...fields, ...stamp });
      tx.witness({ reviewId, subjectKind: 'amendment', subjectId: amendmentId });
    }
    return { id: amendmentId };
  });
}

/** Takes an amendment back; a deviation that the data show then lacks its reason again. */
export async function withdrawAmendment(
  ctx: Context,
  actor: Actor,
  { reviewId, amendmentId }: { reviewId: string; amendmentId: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'amendProtocol'));
  await perform(ctx, actor, 'withdraw-amendment', async tx => {
    const { affected } = await tx.db.delete(ProtocolAmendment, { reviewId, amendmentId });
    if (affected === 0) throw new Problem('not-found', 'There is no such amendment.');
    tx.witness({ reviewId, subjectKind: 'amendment', subjectId: amendmentId });
  });
}
