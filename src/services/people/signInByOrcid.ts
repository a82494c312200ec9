import { IsNull } from 'typeorm';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Context } from '#services/context';
import { perform } from '#services/perform';

/**
 * The account of an ORCID iD, made at the first visit. Somebody who is signed in already gets the iD added to their
 * account instead; an iD that belongs to another account is a 'conflict'.
 */
export async function signInByOrcid(
  ctx: Context,
  identity: { readonly orcid: string; readonly name: string },
  signedIn: string | null,
): Promise<{ personId: string }> {
  const known = await ctx.db.findOneBy(Person, { orcid: identity.orcid });
  if (known && (!signedIn || known.personId === signedIn)) return { personId: known.personId };
  if (signedIn) {
    await perform(ctx, { personId: signedIn }, 'link-orcid', async tx => {
      await tx.db.update(Person, { personId: signedIn }, { orcid: identity.orcid });
      tx.witness({ subjectKind: 'person', subjectId: signedIn });
    });
    return { personId: signedIn };
  }
  const personId = ctx.newId();
  return perform(ctx, { personId }, 'create-account', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('first-account'))");
    const isFirst = !(await tx.db.existsBy(Person, { deletedAt: IsNull() }));
    const now = tx.now();
    await tx.db.insert(Person, {
      personId,
      // ORCID gives no address away; this one reaches nobody and keeps the account unique.
      email: `${identity.orcid.toLowerCase()}@orcid.invalid`,
      name: identity.name || identity.orcid,
      passwordHash: null,
      orcid: identity.orcid,
      isAdministrator: isFirst,
      createdAt: now,
    });
    await tx.db.insert(Profile, { personId, kind: 'other', updatedAt: now });
    tx.witness({ subjectKind: 'person', subjectId: personId });
    return { personId };
  });
}
