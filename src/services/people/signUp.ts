import { IsNull } from 'typeorm';
import type { ProfileKind } from '#core/people/vocabulary';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Context } from '#services/context';
import { perform } from '#services/perform';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly kind: ProfileKind;
}

/** Makes an account. The first one of an installation is its administrator. Throws 'conflict' for a known address. */
export async function signUp(ctx: Context, account: NewAccount): Promise<{ personId: string }> {
  const passwordHash = await ctx.passwords.hash(account.password);
  const personId = ctx.newId();
  return perform(ctx, { personId }, 'create-account', async tx => {
    // Two first accounts at once must not both be administrators.
    await tx.db.query("select pg_advisory_xact_lock(hashtext('first-account'))");
    const isFirst = !(await tx.db.existsBy(Person, { deletedAt: IsNull() }));
    const now = tx.now();
    await tx.db.insert(Person, {
      personId,
      email: account.email.trim().toLowerCase(),
      name: account.name,
      passwordHash,
      orcid: null,
      isAdministrator: isFirst,
      createdAt: now,
    });
    await tx.db.insert(Profile, { personId, kind: account.kind, updatedAt: now });
    tx.witness({ subjectKind: 'person', subjectId: personId });
    return { personId };
  });
}
