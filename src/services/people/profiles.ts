import { Problem } from '#core/problem';
import type { ProfileKind, Role } from '#core/vocabulary';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';

export interface ProfileFields {
  readonly kind: ProfileKind;
  readonly headline: string;
  readonly interests: string;
  readonly skills: readonly string[];
  readonly rolesWanted: readonly Role[];
  readonly languages: readonly string[];
  readonly hoursPerWeek: number | null;
  readonly timeZone: string | null;
}

/** A person's profile, as everybody who is signed in sees it. The e-mail address is no part of it. */
export async function readProfile(ctx: Context, personId: string) {
  const person = await ctx.db.findOne(Person, { where: { personId }, select: { personId: true, name: true } });
  const profile = await ctx.db.findOneBy(Profile, { personId });
  if (!person || !profile) throw new Problem('not-found', 'There is no such person.');
  return { ...profile, name: person.name };
}

/** Saves a person's own profile, as a whole. */
export async function saveProfile(ctx: Context, actor: Actor, fields: ProfileFields): Promise<void> {
  await perform(ctx, actor, 'save-profile', async tx => {
    await tx.db.update(
      Profile,
      { personId: actor.personId },
      {
        ...fields,
        skills: [...fields.skills],
        rolesWanted: [...fields.rolesWanted],
        languages: [...fields.languages],
        updatedAt: tx.now(),
      },
    );
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
  });
}
