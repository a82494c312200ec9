import type { ProfileKind } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Context } from '#services/context';

export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly kind: ProfileKind;
  readonly isAdministrator: boolean;
}

/** A person's own account, as the page's head shows it. */
export async function readMe(ctx: Context, personId: string): Promise<Me> {
  const person = await ctx.db.findOneBy(Person, { personId });
  if (!person) throw new Problem('not-found', 'There is no such account.');
  const profile = await ctx.db.findOneBy(Profile, { personId });
  return {
    personId,
    name: person.name,
    email: person.email,
    kind: profile?.kind ?? 'other',
    isAdministrator: person.isAdministrator,
  };
}
