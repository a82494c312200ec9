import { Problem } from '#core/problem';
import { Community } from '#entities/Community';
import { CommunityMember } from '#entities/CommunityMember';
import type { Actor, Context } from '#services/context';

/** A community, and the actor's own place in it. Everybody who is signed in may know that it exists. */
export async function standInCommunity(ctx: Context, actor: Actor, communityId: string) {
  const community = await ctx.db.findOneBy(Community, { communityId });
  if (!community) throw new Problem('not-found', 'There is no such community.');
  const place = await ctx.db.findOneBy(CommunityMember, { communityId, personId: actor.personId });
  return { community, place };
}

/** Locks a community, so that members, pairs and requests are changed by one person at a time. */
export async function lockCommunity(ctx: Context, communityId: string): Promise<void> {
  await ctx.db.query('select 1 from communities where community_id = $1 for update', [communityId]);
}

/** Members now, in the order in which they came. */
export async function membersOf(ctx: Context, communityId: string): Promise<CommunityMember[]> {
  return ctx.db.find(CommunityMember, {
    where: { communityId, state: 'member' },
    order: { joinedAt: 'ASC', personId: 'ASC' },
  });
}
