import { Problem } from '#core/problem';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';

/** A hash of nothing anybody knows: comparing with it costs the same as with a real one. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$ZGVhZGJlZWZkZWFkYmVlZmRlYWRiZWVmZGVhZGJlZWY';

/** Who has this e-mail and password. Never says which of the two is wrong, and takes as long either way. */
export async function signIn(ctx: Context, input: { email: string; password: string }): Promise<{ personId: string }> {
  const person = await ctx.db.findOneBy(Person, { email: input.email.trim().toLowerCase() });
  const isRight = await ctx.passwords.verify(person?.passwordHash ?? NOBODYS_HASH, input.password);
  if (!person?.passwordHash || !isRight) {
    throw new Problem('unauthenticated', 'E-mail and password don’t match.');
  }
  return { personId: person.personId };
}
