import { In } from 'typeorm';
import type { PublicationState } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { writePersonName } from '#core/searching/personName';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import type { Actor, Context } from '#services/context';
import { weighWaiting } from '#services/people/weighWaiting';
import { perform } from '#services/perform';

/** A person's publications and those that might be theirs: what waits first, likeliest first; then the newest. */
export async function listMyPublications(ctx: Context, actor: Actor) {
  const publications = await ctx.db.find(ClaimedPublication, {
    where: { personId: actor.personId },
    order: { score: 'DESC', year: 'DESC', title: 'ASC' },
  });
  return publications.map(one => ({ ...one, authors: one.authors.map(writePersonName) }));
}

/** Says of publications whether they are the person's. */
export async function answerPublications(
  ctx: Context,
  actor: Actor,
  input: { readonly publicationIds: readonly string[]; readonly state: PublicationState },
): Promise<void> {
  await perform(ctx, actor, 'answer-publications', async tx => {
    const mine = { personId: actor.personId, publicationId: In([...input.publicationIds]) };
    const found = await tx.db.findBy(ClaimedPublication, mine);
    if (found.length < new Set(input.publicationIds).size)
      throw new Problem('not-found', 'One of these publications is not among yours. Nothing was changed.');
    if (found.every(one => one.state === input.state)) return tx.changedNothing();
    const answeredAt = input.state === 'proposed' ? null : tx.now();
    await tx.db.update(ClaimedPublication, mine, { state: input.state, answeredAt });
    await weighWaiting(tx, actor.personId);
    const facts = { state: input.state, count: found.length };
    tx.witness({ subjectKind: 'person', subjectId: actor.personId, facts });
  });
}

export async function forgetPublication(ctx: Context, actor: Actor, publicationId: string): Promise<void> {
  await perform(ctx, actor, 'forget-publication', async tx => {
    const { affected } = await tx.db.delete(ClaimedPublication, { personId: actor.personId, publicationId });
    if (!affected) throw new Problem('not-found', 'This publication is not among yours.');
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
  });
}
