import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { MessageBlock } from '#entities/MessageBlock';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';
import { tiesOf } from '#services/messages/ties';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import type { DeedContext } from '#services/perform';

/** An invitation as it is told. */
export interface Invited {
  readonly invitationId: string;
  readonly invitedBy: string;
  /** What it is to: the title of a project, or the name of a community. */
  readonly to: string;
  readonly link: string;
}

/** The name of somebody who may be invited by name: they share something with whoever invites, so that both know whom they mean. */
export async function requireKnown(ctx: Context, inviterId: string, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [tie] = personId === inviterId ? [] : await tiesOf(ctx, inviterId, personId);
  const person = await ctx.db.findOneBy(Person, { personId, deletedAt: IsNull() });
  if (tie && person) return person.name;
  const detail = 'You share no project, application or mentorship with this person. Send them the link yourself.';
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/personId', detail }]);
}

/** Tells the one person whom an invitation is for; whoever blocked the inviter is left in peace. */
export async function tellInvited(tx: DeedContext, personId: string, invited: Invited): Promise<void> {
  if (await tx.db.existsBy(MessageBlock, { personId, blockedId: invited.invitedBy })) return;
  await notify(tx, [personId], {
    ...{ kind: 'invited', about: invited.invitationId, link: invited.link },
    title: `${await nameOf(tx, invited.invitedBy)} invites you: ${invited.to}`,
    line: 'The link is yours alone.',
  });
}

/**
 * Tells whoever has an account with the address that an invitation was sent to. Addresses are not proven here, so the notice
 * names neither project nor link: these are in the letter, or with whoever invites.
 */
export async function tellAddress(
  tx: DeedContext,
  email: string,
  { invitationId, invitedBy }: Pick<Invited, 'invitationId' | 'invitedBy'>,
): Promise<void> {
  const person = await tx.db.findOneBy(Person, { email: email.trim().toLowerCase(), deletedAt: IsNull() });
  if (!person || person.personId === invitedBy) return;
  if (await tx.db.existsBy(MessageBlock, { personId: person.personId, blockedId: invitedBy })) return;
  const name = await nameOf(tx, invitedBy);
  await notify(tx, [person.personId], {
    ...{ kind: 'invited', about: invitationId, link: '/projects', isMailed: true },
    title: `${name} invites you to a project`,
    line: tx.mail.isConfigured
      ? 'The link is in the letter to your address.'
      : `This installation sends no letters: ask ${name} for the link.`,
  });
}
