import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import type { Role, Stage } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import { whyNotLead, whyNotRemove } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { type DeedContext, perform } from '#services/perform';
import { requireProject, standInProject } from '#services/standing';

/** Sets a member's roles and stages. A project always keeps one lead. */
export async function setMemberRoles(
  ctx: Context,
  actor: Actor,
  input: {
    readonly projectId: string;
    readonly personId: string;
    readonly roles: readonly Role[];
    readonly screensAt?: readonly Stage[] | undefined;
    readonly settlesAt?: readonly Stage[] | undefined;
  },
): Promise<void> {
  insist(whyNotLead(await standInProject(ctx, actor, input.projectId)));
  await perform(ctx, actor, 'set-roles', async tx => {
    const { member, otherLeads } = await lockTeam(tx, input.projectId, input.personId);
    if (member.roles.includes('lead') && !input.roles.includes('lead') && otherLeads === 0) {
      throw new Problem('conflict', 'This is the only lead. Make somebody else a lead first.');
    }
    await tx.db.update(
      Membership,
      { projectId: input.projectId, personId: input.personId },
      {
        roles: [...new Set(input.roles)],
        ...(input.screensAt ? { screensAt: [...new Set(input.screensAt)] } : {}),
        ...(input.settlesAt ? { settlesAt: [...new Set(input.settlesAt)] } : {}),
      },
    );
    tx.witness({
      subjectKind: 'membership',
      subjectId: input.personId,
      facts: {
        ...{ projectId: input.projectId, roles: input.roles },
        ...{ screensAt: input.screensAt, settlesAt: input.settlesAt },
      },
    });
    const isOther = [...member.roles].sort().join() !== [...new Set(input.roles)].sort().join();
    if (isOther) await tellMember(tx, actor, input, 'Your roles change', `You are now: ${input.roles.join(', ')}.`);
  });
}

/** Lets a member go, or leaves. The row stays, and what they did stays theirs. */
export async function removeMember(
  ctx: Context,
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  const standing = await standInProject(ctx, actor, input.projectId);
  await perform(ctx, actor, 'remove-member', async tx => {
    const { member, otherLeads } = await lockTeam(tx, input.projectId, input.personId);
    insist(whyNotRemove(standing, input.personId, otherLeads, member.roles.includes('lead')));
    await tx.db.update(Membership, { projectId: input.projectId, personId: input.personId }, { leftAt: tx.now() });
    tx.witness({ subjectKind: 'membership', subjectId: input.personId, facts: { projectId: input.projectId } });
    await tellMember(tx, actor, input, 'Your seat ends', 'What you did stays yours.');
  });
}

/** Nobody is told of their own deed. */
async function tellMember(
  tx: DeedContext,
  actor: Actor,
  { projectId, personId }: { readonly projectId: string; readonly personId: string },
  what: string,
  line: string,
): Promise<void> {
  const { title } = await requireProject(tx, projectId);
  await notify(tx, personId === actor.personId ? [] : [personId], {
    ...{ kind: 'seat-changed', about: `${projectId}:${tx.now().toISOString()}`, line },
    ...{ title: `${what}: ${title}`, link: what === 'Your seat ends' ? '/projects' : `/projects/${projectId}` },
  });
}

/** Locks the whole team, so that two leads who leave at once can't both be the last but one. */
export async function lockTeam(tx: DeedContext, projectId: string, personId: string) {
  const team = await tx.db.find(Membership, {
    where: { projectId, leftAt: IsNull() },
    order: { personId: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const member = team.find(one => one.personId === personId);
  if (!member) throw new Problem('not-found', 'This person is not in the project.');
  const otherLeads = team.filter(one => one.personId !== personId && one.roles.includes('lead')).length;
  return { member, otherLeads };
}
