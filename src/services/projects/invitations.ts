import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { Invitation } from '#entities/Invitation';
import { Project } from '#entities/Project';
import { whyNotLead } from '#policies/projects';
import { insist, type Refusal } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import { requireKnown, tellAddress, tellInvited } from '#services/notifications/tellInvited';
import { perform } from '#services/perform';
import { joinProject } from '#services/projects/joinProject';
import { namesOf } from '#services/projects/readProjects';
import { requireProject, standInProject } from '#services/standing';

const ONE_DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a link that makes whoever opens it a member; sends it where mail is configured and an address is given. One for a
 * person whom the lead knows here is told to them instead, and works for nobody else.
 */
export async function createInvitation(
  ctx: Context,
  actor: Actor,
  input: { projectId: string; roles: readonly Role[]; email: string | null; personId?: string | null; days: number },
) {
  insist(whyNotLead(await standInProject(ctx, actor, input.projectId)));
  const personId = input.personId ?? null;
  const toldName = await requireKnown(ctx, actor.personId, personId);
  const project = await requireProject(ctx, input.projectId);
  const token = ctx.newToken();
  const path = `/invitations/${token}`;
  const invitation = await perform(ctx, actor, 'invite-member', async tx => {
    const invitationId = tx.newId();
    const now = tx.now();
    const expiresAt = new Date(now.getTime() + input.days * ONE_DAY);
    await tx.db.insert(Invitation, {
      invitationId,
      projectId: input.projectId,
      roles: [...new Set(input.roles)],
      email: input.email,
      personId,
      tokenHash: tx.sha256(token),
      invitedBy: actor.personId,
      createdAt: now,
      expiresAt,
    });
    tx.witness({
      subjectKind: 'invitation',
      subjectId: invitationId,
      facts: { projectId: input.projectId, roles: input.roles },
    });
    const told = { invitationId, invitedBy: actor.personId, to: project.title, link: path };
    if (personId !== null) await tellInvited(tx, personId, told);
    else if (input.email !== null) await tellAddress(tx, input.email, told);
    return { invitationId, expiresAt };
  });
  const link = ctx.publicUrl + path;
  let isSent = false;
  if (ctx.mail.isConfigured && input.email !== null && personId === null) {
    const delivery = await ctx.mail.send({
      to: input.email,
      subject: `Invitation to “${project.title}”`,
      text: `You are invited to take part in “${project.title}” as ${input.roles.join(', ')}.\n\n${link}\n\nThe link works once, until ${invitation.expiresAt.toISOString().slice(0, 10)}.\n`,
    });
    isSent = delivery === 'taken';
  }
  return { ...invitation, link, isSent, toldName };
}

/** The invitations of a project, newest first. */
export async function listInvitations(ctx: Context, actor: Actor, projectId: string) {
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  const invitations = await ctx.db.find(Invitation, { where: { projectId }, order: { createdAt: 'DESC' } });
  const people = invitations.flatMap(one =>
    [one.invitedBy, one.acceptedBy, one.personId].filter(personId => personId !== null),
  );
  const names = await namesOf(ctx, people);
  return invitations.map(one => ({
    invitationId: one.invitationId,
    roles: one.roles,
    email: one.email,
    forName: one.personId ? (names.get(one.personId) ?? 'former member') : null,
    invitedBy: names.get(one.invitedBy) ?? 'former member',
    createdAt: one.createdAt,
    expiresAt: one.expiresAt,
    acceptedByName: one.acceptedBy ? (names.get(one.acceptedBy) ?? 'former member') : null,
    isUsable: whyUnusable(one, ctx.now(), one.personId) === null,
  }));
}

export async function withdrawInvitation(
  ctx: Context,
  actor: Actor,
  input: { projectId: string; invitationId: string },
): Promise<void> {
  insist(whyNotLead(await standInProject(ctx, actor, input.projectId)));
  await perform(ctx, actor, 'withdraw-invitation', async tx => {
    const { affected } = await tx.db.update(Invitation, { ...input }, { withdrawnAt: tx.now() });
    if (!affected) throw new Problem('not-found', 'There is no such invitation.');
    tx.witness({ subjectKind: 'invitation', subjectId: input.invitationId });
  });
}

/** What a link leads to, for whoever holds it. */
export async function readInvitation(ctx: Context, actor: Actor | null, token: string) {
  const invitation = await ctx.db.findOneBy(Invitation, { tokenHash: ctx.sha256(token) });
  if (!invitation) throw unknownLink();
  const project = await ctx.db.findOneByOrFail(Project, { projectId: invitation.projectId });
  const names = await namesOf(ctx, [invitation.invitedBy]);
  return {
    projectTitle: project.title,
    invitedBy: names.get(invitation.invitedBy) ?? 'a former member',
    roles: invitation.roles,
    expiresAt: invitation.expiresAt,
    whyNot: whyUnusable(invitation, ctx.now(), actor?.personId ?? null),
  };
}

/** Becomes a member by a link. A second click by the same person changes nothing. */
export async function acceptInvitation(ctx: Context, actor: Actor, token: string): Promise<{ projectId: string }> {
  return perform(ctx, actor, 'accept-invitation', async tx => {
    const invitation = await tx.db.findOne(Invitation, {
      where: { tokenHash: tx.sha256(token) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!invitation) throw unknownLink();
    const { projectId, invitationId } = invitation;
    if (invitation.acceptedBy === actor.personId) {
      tx.changedNothing();
      return { projectId };
    }
    const whyNot = whyUnusable(invitation, tx.now(), actor.personId);
    if (whyNot) throw new Problem('conflict', whyNot);
    await joinProject(tx, projectId, actor.personId, invitation.roles);
    await tx.db.update(Invitation, { invitationId }, { acceptedBy: actor.personId, acceptedAt: tx.now() });
    tx.witness({ subjectKind: 'invitation', subjectId: invitationId, facts: { projectId, roles: invitation.roles } });
    await notify(tx, [invitation.invitedBy], {
      ...{ kind: 'member-joined', about: invitationId, link: `/projects/${projectId}` },
      title: `${await nameOf(tx, actor.personId)} has joined: ${(await requireProject(tx, projectId)).title}`,
    });
    return { projectId };
  });
}

function whyUnusable(invitation: Invitation, now: Date, personId: string | null): Refusal {
  if (invitation.acceptedAt) return 'This invitation has been used. Ask for a new one.';
  if (invitation.withdrawnAt) return 'This invitation was taken back. Ask the lead.';
  if (invitation.expiresAt <= now) return 'This invitation has expired. Ask for a new one.';
  if (invitation.personId !== null && invitation.personId !== personId) return FOR_ANOTHER;
  return null;
}

/** Also to a visitor, who may be the very person: signed in, they are let in. */
const FOR_ANOTHER = 'This invitation is for one person alone. Sign in with the account that was told of it.';

function unknownLink(): Problem {
  return new Problem('not-found', 'This link leads nowhere. Check that it was copied whole, or ask for a new one.');
}
