import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { ROLES } from '#core/vocabulary';
import { AuditEvent } from '#entities/AuditEvent';
import { AuthorPlace } from '#entities/AuthorPlace';
import { Membership } from '#entities/Membership';
import { whyNotOrderAuthors } from '#policies/credit';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Puts people in the order of the paper; who is not named loses their place. */
export async function orderAuthors(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  personIds: readonly string[],
): Promise<void> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotOrderAuthors(viewer));
  if (new Set(personIds).size !== personIds.length) throw new Problem('invalid', 'Somebody is named twice.');
  const seats = await ctx.db.findBy(Membership, { projectId: viewer.projectId, personId: In([...personIds]) });
  const strangers = personIds.filter(id => !seats.some(seat => seat.personId === id));
  if (strangers.length > 0)
    throw new Problem('invalid', 'Only people who are or were in the team can be authors here.');
  await perform(ctx, actor, 'order-authors', async tx => {
    const before = await tx.db.find(AuthorPlace, { where: { reviewId }, order: { place: 'ASC' } });
    if (before.map(one => one.personId).join() === personIds.join()) return tx.changedNothing();
    await tx.db.delete(AuthorPlace, { reviewId });
    await tx.db.insert(
      AuthorPlace,
      personIds.map((personId, index) => ({ reviewId, personId, place: index + 1 })),
    );
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { authors: [...personIds] } });
    const told = new Set([...before.map(one => one.personId), ...personIds]);
    const { title, projectId } = await namesOfReview(tx, reviewId);
    const seated = await membersWith(tx, projectId, ROLES, actor.personId);
    await notify(
      tx,
      seated.filter(personId => told.has(personId)),
      {
        ...{ kind: 'authors-ordered', about: `${reviewId}:${tx.now().toISOString()}` },
        ...{ title: `The order of authors changes: ${title}`, link: `/reviews/${reviewId}/credit` },
      },
    );
  });
}

const DECLARING = {
  '2': { on: 'declare-writing', off: 'withdraw-writing' },
  '3': { on: 'approve-manuscript', off: 'withdraw-approval' },
  '4': { on: 'accept-accountability', off: 'withdraw-accountability' },
} as const;

/**
 * Declares a criterion for oneself, or takes it back. The declaration is its audit event and nothing else: the ledger reads
 * it there, and nobody can edit it.
 */
export async function declareAuthorship(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; criterion: keyof typeof DECLARING },
  isDeclared: boolean,
): Promise<void> {
  const { reviewId, criterion } = key;
  await standInReview(ctx, actor, reviewId);
  const { on, off } = DECLARING[criterion];
  const { personId } = actor;
  await perform(ctx, actor, isDeclared ? on : off, async tx => {
    // One person's declarations come one after the other: a double click finds the first one's event.
    await tx.db.findOne(Membership, {
      where: { projectId: (await standInReview(tx, actor, reviewId)).projectId, personId, leftAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    const [last] = await tx.db.find(AuditEvent, {
      where: { reviewId, actorId: personId, deed: In([on, off]) },
      order: { at: 'DESC', eventId: 'DESC' },
      take: 1,
    });
    if ((last?.deed === on) === isDeclared) return tx.changedNothing();
    tx.witness({ reviewId, subjectKind: 'person', subjectId: personId });
  });
}
