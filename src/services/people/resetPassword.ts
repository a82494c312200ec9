import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { PasswordReset } from '#entities/PasswordReset';
import { Person } from '#entities/Person';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';

const ONE_HOUR = 60 * 60 * 1000;

/**
 * Sends a link to set a new password, where mail is configured. Nothing tells a stranger whether the account exists:
 * the answer is always the same, and comes before the account is even looked for.
 */
export async function askPasswordReset(ctx: Context, email: string): Promise<{ sentence: string }> {
  if (!ctx.mail.isConfigured) {
    return { sentence: 'This installation sends no mail. Ask its administrator for a link to set a new password.' };
  }
  ctx.aside(() => sendLink(ctx, email));
  return {
    sentence: 'If there is an account with this address, a link is on its way to it. It works for one hour.',
  };
}

async function sendLink(ctx: Context, email: string): Promise<void> {
  const person = await ctx.db.findOneBy(Person, { email: email.trim().toLowerCase() });
  if (!person) return;
  const link = await makeLink(ctx, null, person.personId);
  await ctx.mail.send({
    to: person.email,
    subject: 'Set a new password for Pooled',
    text: `Open this link within an hour to set a new password:\n\n${link}\n\nIf you didn't ask for it, nothing needs to be done.\n`,
  });
}

/** The same link for an administrator to hand over, where there is no mail server. */
export async function makePasswordResetLink(ctx: Context, actor: Actor, personId: string): Promise<{ link: string }> {
  if (!actor.isAdministrator) throw new Problem('forbidden', 'Only the administrator may make such a link.');
  if (!(await ctx.db.existsBy(Person, { personId, deletedAt: IsNull() })))
    throw new Problem('not-found', 'There is no such account.');
  return { link: await makeLink(ctx, actor, personId) };
}

async function makeLink(ctx: Context, actor: Actor | null, personId: string): Promise<string> {
  const token = ctx.newToken();
  await perform(ctx, actor, 'make-password-link', async tx => {
    const now = tx.now();
    await tx.db.insert(PasswordReset, {
      passwordResetId: tx.newId(),
      personId,
      tokenHash: tx.sha256(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + ONE_HOUR),
      usedAt: null,
    });
    tx.witness({ subjectKind: 'person', subjectId: personId });
  });
  return `${ctx.publicUrl}/password/${token}`;
}

/** Sets the password that a link allows, once, and ends all of the person's sessions. */
export async function setPassword(ctx: Context, input: { token: string; password: string }): Promise<void> {
  const passwordHash = await ctx.passwords.hash(input.password);
  await perform(ctx, null, 'set-password', async tx => {
    const reset = await tx.db.findOne(PasswordReset, {
      where: { tokenHash: tx.sha256(input.token) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!reset || reset.usedAt || reset.expiresAt <= tx.now()) {
      throw new Problem('not-found', 'This link has been used or has expired. Ask for a new one.');
    }
    await tx.db.update(PasswordReset, { passwordResetId: reset.passwordResetId }, { usedAt: tx.now() });
    await tx.db.update(Person, { personId: reset.personId }, { passwordHash });
    await tx.db.query("delete from sessions where sess->>'personId' = $1", [reset.personId]);
    tx.witness({ subjectKind: 'person', subjectId: reset.personId });
  });
}
