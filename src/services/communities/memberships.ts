import { In } from 'typeorm';
import type { CommunityPart } from '#core/mentoring/communityWords';
import { Problem } from '#core/problem';
import { Community } from '#entities/Community';
import { CommunityMember } from '#entities/CommunityMember';
import { CommunityPair } from '#entities/CommunityPair';
import { whyNotLeaveCore, whyNotRun } from '#policies/communities';
import { insist } from '#policies/refusal';
import { leaveEvents } from '#services/communities/events';
import { lockCommunity, standInCommunity } from '#services/communities/loadCommunity';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';

const SEEDS = 1_000_000_007;

/** What a person says of their place. */
export interface OwnPlace {
  readonly part: CommunityPart;
  readonly wants: string;
  readonly wishesLikePath: boolean;
  readonly places: number;
  readonly isCounted: boolean;
}

/** Begins a community: whoever does is its whole core team. */
export async function createCommunity(
  ctx: Context,
  actor: Actor,
  input: { readonly name: string; readonly about: string; readonly part: CommunityPart },
): Promise<{ id: string }> {
  return perform(ctx, actor, 'begin-community', async tx => {
    const communityId = tx.newId();
    const seed = Number.parseInt(tx.sha256(communityId).slice(0, 8), 16) % SEEDS;
    const { name, about, part } = input;
    await tx.db.insert(Community, {
      ...{ communityId, name, about, seed, createdBy: actor.personId, createdAt: tx.now() },
    });
    await tx.db.insert(CommunityMember, {
      ...{ communityId, personId: actor.personId, part, state: 'member', isCore: true },
      ...{ askedAt: tx.now(), joinedAt: tx.now() },
    });
    tx.witness({ subjectKind: 'community', subjectId: communityId, facts: { seed } });
    return { id: communityId };
  });
}

export async function changeCommunity(
  ctx: Context,
  actor: Actor,
  communityId: string,
  change: { readonly name?: string | undefined; readonly about?: string | undefined },
): Promise<void> {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotRun(place));
  await perform(ctx, actor, 'change-community', async tx => {
    const next = { name: change.name ?? community.name, about: change.about ?? community.about };
    if (next.name === community.name && next.about === community.about) return tx.changedNothing();
    await tx.db.update(Community, { communityId }, next);
    tx.witness({ subjectKind: 'community', subjectId: communityId });
  });
}

/** Asks to join; who is a member changes what they said. Nobody makes themselves a member, nor changes their own part. */
export async function saveOwnPlace(ctx: Context, actor: Actor, communityId: string, own: OwnPlace): Promise<void> {
  const { personId } = actor;
  await standInCommunity(ctx, actor, communityId);
  await perform(ctx, actor, 'ask-to-join-community', async tx => {
    await lockCommunity(tx, communityId);
    const place = await tx.db.findOneBy(CommunityMember, { communityId, personId });
    if (place?.state === 'member') {
      const { wants, wishesLikePath, places, isCounted } = own;
      await tx.db.update(CommunityMember, { communityId, personId }, { wants, wishesLikePath, places, isCounted });
    } else if (place?.state === 'asked') await tx.db.update(CommunityMember, { communityId, personId }, own);
    else {
      await enter(tx, communityId, personId, own, 'asked');
      await tellCore(tx, communityId, personId);
    }
    tx.witness({ subjectKind: 'community', subjectId: communityId });
  });
}

/** Writes a person's place, new or after they had left. */
export async function enter(
  tx: DeedContext,
  communityId: string,
  personId: string,
  own: OwnPlace,
  state: 'asked' | 'member',
): Promise<void> {
  const now = tx.now();
  await tx.db.upsert(
    CommunityMember,
    {
      ...{ communityId, personId, ...own, state, isCore: false },
      ...{ askedAt: now, joinedAt: state === 'member' ? now : null, leftAt: null },
    },
    ['communityId', 'personId'],
  );
}

export async function leaveCommunity(ctx: Context, actor: Actor, communityId: string): Promise<void> {
  await standInCommunity(ctx, actor, communityId);
  await perform(ctx, actor, 'leave-community', async tx => {
    await lockCommunity(tx, communityId);
    const place = await tx.db.findOneBy(CommunityMember, { communityId, personId: actor.personId });
    if (!place || place.state === 'left' || place.state === 'declined') return tx.changedNothing();
    await letGo(tx, place);
    tx.witness({ subjectKind: 'community', subjectId: communityId });
  });
}

/** Ends a place: pairs end, answers to events to come are taken back. The last of a core team stays while others do. */
async function letGo(tx: DeedContext, place: CommunityMember): Promise<void> {
  const { communityId, personId } = place;
  const others = (await tx.db.findBy(CommunityMember, { communityId, state: 'member' })).filter(
    one => one.personId !== personId,
  );
  const otherCore = others.filter(one => one.isCore).length;
  insist(whyNotLeaveCore({ isCore: place.isCore, otherCore, otherMembers: others.length }));
  await endPlace(tx, communityId, personId);
}

/** As above, without asking: for who deletes their account, after they were asked. */
export async function endPlace(tx: DeedContext, communityId: string, personId: string): Promise<void> {
  const now = tx.now();
  await tx.db.update(
    CommunityMember,
    { communityId, personId },
    { state: 'left', isCore: false, leftAt: now, wants: '', places: 0 },
  );
  for (const side of ['newcomerId', 'memberId'] as const) {
    await tx.db.update(
      CommunityPair,
      { communityId, [side]: personId, state: In(['offered', 'met']) },
      { state: 'ended', endedAt: now },
    );
  }
  await leaveEvents(tx, communityId, personId);
}

/** The core team answers a request, lets a member go, or changes who is in it. */
export async function setCommunityMember(
  ctx: Context,
  actor: Actor,
  input: {
    readonly communityId: string;
    readonly personId: string;
    readonly state?: 'member' | 'declined' | 'left' | undefined;
    readonly isCore?: boolean | undefined;
    readonly part?: CommunityPart | undefined;
  },
): Promise<void> {
  const { communityId, personId, state } = input;
  insist(whyNotRun((await standInCommunity(ctx, actor, communityId)).place));
  await perform(ctx, actor, 'set-community-member', async tx => {
    await lockCommunity(tx, communityId);
    const place = await tx.db.findOneBy(CommunityMember, { communityId, personId });
    if (!place) throw new Problem('not-found', 'This person has not asked to join.');
    if (state === 'left') {
      if (place.state === 'left') return tx.changedNothing();
      await letGo(tx, place);
      if (personId !== actor.personId) await tellMember(tx, place, 'Your place ends in');
    } else await change(tx, place, { ...input, state });
    tx.witness({ subjectKind: 'community', subjectId: communityId, facts: { personId, state, isCore: input.isCore } });
  });
}

async function change(
  tx: DeedContext,
  place: CommunityMember,
  to: { state: 'member' | 'declined' | undefined; isCore?: boolean | undefined; part?: CommunityPart | undefined },
): Promise<void> {
  const { communityId, personId } = place;
  const isAnswer = to.state !== undefined && to.state !== place.state;
  if (isAnswer && place.state !== 'asked')
    throw new Problem('conflict', 'There is no request of this person to answer.');
  const becomes = to.state ?? place.state;
  if (to.isCore && becomes !== 'member') throw new Problem('conflict', 'Only members can be in the core team.');
  if (to.isCore === false && place.isCore) {
    const otherCore = await tx.db.countBy(CommunityMember, { communityId, state: 'member', isCore: true });
    insist(whyNotLeaveCore({ isCore: true, otherCore: otherCore - 1, otherMembers: 1 }));
  }
  await tx.db.update(
    CommunityMember,
    { communityId, personId },
    {
      state: becomes,
      isCore: to.isCore ?? place.isCore,
      part: to.part ?? place.part,
      joinedAt: isAnswer && becomes === 'member' ? tx.now() : place.joinedAt,
    },
  );
  if (isAnswer) await tellMember(tx, place, becomes === 'member' ? 'You are a member of' : 'You were not taken into');
  else if (to.isCore && !place.isCore) await tellMember(tx, place, 'You are in the core team of');
}

async function tellMember(tx: DeedContext, { communityId, personId }: CommunityMember, what: string): Promise<void> {
  const { name } = await tx.db.findOneByOrFail(Community, { communityId });
  await notify(tx, [personId], {
    ...{ kind: 'community-joined' as const, about: `${communityId} ${tx.now().toISOString()}` },
    ...{ title: `${what} ${name}`, link: `/mentoring/communities/${communityId}` },
  });
}

async function tellCore(tx: DeedContext, communityId: string, personId: string): Promise<void> {
  const core = await tx.db.findBy(CommunityMember, { communityId, state: 'member', isCore: true });
  const { name } = await tx.db.findOneByOrFail(Community, { communityId });
  await notify(
    tx,
    core.map(one => one.personId),
    {
      ...{ kind: 'community-asked' as const, about: `${communityId} ${personId} ${tx.now().toISOString()}` },
      title: `${await nameOf(tx, personId)} asks to join ${name}`,
      link: `/mentoring/communities/${communityId}`,
    },
  );
}
