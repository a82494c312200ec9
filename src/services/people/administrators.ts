import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { Person } from '#entities/Person';
import { whyNotSetAdministrator } from '#policies/account';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { perform } from '#services/perform';

/** Makes somebody an administrator, or ends it. */
export async function setAdministrator(
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string; readonly isAdministrator: boolean },
): Promise<void> {
  const { personId, isAdministrator } = input;
  insist(whyNotSetAdministrator({ actorIsAdministrator: actor.isAdministrator, isSelf: personId === actor.personId }));
  await perform(ctx, actor, isAdministrator ? 'make-administrator' : 'end-administrator', async tx => {
    const person = await tx.db.findOne(Person, {
      where: { personId, deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!person) throw new Problem('not-found', 'There is no such account.');
    if (person.isAdministrator === isAdministrator) return tx.changedNothing();
    await tx.db.update(Person, { personId }, { isAdministrator });
    tx.witness({ subjectKind: 'person', subjectId: personId });
    await notify(tx, [personId], {
      ...{ kind: 'house-word', about: `administrator:${tx.now().toISOString()}` },
      title: isAdministrator ? 'You are an administrator of this installation' : 'You are an administrator no longer',
      link: isAdministrator ? '/moderation' : '/home',
    });
  });
}
