import { Problem } from '#core/problem';
import type { PreferenceName } from '#core/vocabulary';
import { Preference } from '#entities/Preference';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';

/** So many habits are more than anybody has; more would be somebody's store of files. */
const MOST = 1_000;

/** A person's own habits of reading. */
export async function listPreferences(ctx: Context, actor: Actor) {
  const preferences = await ctx.db.find(Preference, {
    where: { personId: actor.personId },
    order: { name: 'ASC', about: 'ASC' },
  });
  return { preferences };
}

/** Keeps a habit of one's own; the same again changes nothing. */
export async function savePreference(
  ctx: Context,
  actor: Actor,
  { name, about, value }: { readonly name: PreferenceName; readonly about: string; readonly value: string },
): Promise<void> {
  const key = { personId: actor.personId, name, about };
  await perform(ctx, actor, 'save-preference', async tx => {
    const stood = await tx.db.findOneBy(Preference, key);
    if (stood?.value === value) return tx.changedNothing();
    if (!stood && (await tx.db.countBy(Preference, { personId: actor.personId })) >= MOST) {
      throw new Problem('too-many', 'There is no room for more habits of yours.');
    }
    await tx.db.upsert(Preference, { ...key, value, savedAt: tx.now() }, ['personId', 'name', 'about']);
    tx.witness({ subjectKind: 'person', subjectId: actor.personId, facts: { name } });
  });
}
