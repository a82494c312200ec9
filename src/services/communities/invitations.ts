import type { CommunityPart } from '#core/mentoring/communityWords';
import { Problem } from '#core/problem';
import { Community } from '#entities/Community';
import { CommunityInvitation } from '#entities/CommunityInvitation';
import { CommunityMember } from '#entities/CommunityMember';
import { whyNotRun } from '#policies/communities';
import { insist, type Refusal } from '#policies/refusal';
import { lockCommunity, standInCommunity } from '#services/communities/loadCommunity';
import { enter, type OwnPlace } from '#services/communities/memberships';
import type { Actor, Context } from '#services/context';
import { requireKnown, tellInvited } from '#services/notifications/tellInvited';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';

const DAYS = 30;
const ONE_DAY_MS = 86_400_000;

/**
 * Makes a link for a whole group: whoever opens it within a month may join as what it says. One for a person whom the inviter
 * knows here is told to them, and works for nobody else.
 */
export async function inviteToCommunity(
  ctx: Context,
  actor: Actor,
  input: { readonly communityId: string; readonly part: CommunityPart; readonly personId: string | null },
) {
  const { communityId, part, personId } = input;
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotRun(place));
  const toldName = await requireKnown(ctx, actor.personId, personId);
  const token = ctx.newToken();
  return perform(ctx, actor, 'invite-to-community', async tx => {
    const invitationId = tx.newId();
    const path = `/community-invitations/${token}`;
    const expiresAt = new Date(tx.now().getTime() + DAYS * ONE_DAY_MS);
    await tx.db.insert(CommunityInvitation, {
      ...{ communityId, invitationId, tokenHash: tx.sha256(token), part, personId },
      ...{ madeBy: actor.personId, madeAt: tx.now(), expiresAt },
    });
    tx.witness({ subjectKind: 'community', subjectId: communityId, facts: { part } });
    const told = { invitationId, invitedBy: actor.personId, to: community.name, link: path };
    if (personId !== null) await tellInvited(tx, personId, told);
    return { link: tx.publicUrl + path, expiresAt, toldName };
  });
}

async function find(ctx: Context, token: string): Promise<CommunityInvitation> {
  const invitation = await ctx.db.findOneBy(CommunityInvitation, { tokenHash: ctx.sha256(token) });
  if (!invitation) {
    throw new Problem('not-found', 'This link leads nowhere. Check that it was copied whole, or ask for a new one.');
  }
  return invitation;
}

function whyUnusable(invitation: CommunityInvitation, now: Date, viewerId: string | null): Refusal {
  const { expiresAt, personId } = invitation;
  if (expiresAt <= now) return 'This invitation has expired. Ask for a new one.';
  if (personId === null || personId === viewerId) return null;
  return 'This invitation is for one person alone. Sign in with the account that was told of it.';
}

/** What a link leads to, for whoever holds it. */
export async function readCommunityInvitation(ctx: Context, actor: Actor | null, token: string) {
  const invitation = await find(ctx, token);
  const { communityId, name, about } = await ctx.db.findOneByOrFail(Community, {
    communityId: invitation.communityId,
  });
  const names = await namesOf(ctx, [invitation.madeBy]);
  return {
    ...{ communityId, name, about, part: invitation.part },
    invitedBy: names.get(invitation.madeBy) ?? 'former member',
    whyNot: whyUnusable(invitation, ctx.now(), actor?.personId ?? null),
  };
}

/** Joins by a link, also where a request stands. Who is a member stays what they are. */
export async function acceptCommunityInvitation(
  ctx: Context,
  actor: Actor,
  token: string,
  own: Omit<OwnPlace, 'part'>,
): Promise<{ id: string }> {
  const { personId } = actor;
  return perform(ctx, actor, 'join-community', async tx => {
    const invitation = await find(tx, token);
    const { communityId, part } = invitation;
    await lockCommunity(tx, communityId);
    const place = await tx.db.findOneBy(CommunityMember, { communityId, personId });
    if (place?.state === 'member') {
      tx.changedNothing();
      return { id: communityId };
    }
    const whyNot = whyUnusable(invitation, tx.now(), personId);
    if (whyNot) throw new Problem('conflict', whyNot);
    await enter(tx, communityId, personId, { ...own, part }, 'member');
    tx.witness({ subjectKind: 'community', subjectId: communityId, facts: { part } });
    return { id: communityId };
  });
}
