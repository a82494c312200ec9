import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, LongText, Made, PersonName, ShortText, WhyNot } from '#contract/shapes';
import {
  COMMUNITY_MEMBER_STATES,
  COMMUNITY_PARTS,
  EVENT_ANSWERS,
  PAIRING_STATES,
} from '#core/mentoring/communityWords';

const CommunityParams = z.object({ communityId: Id });
const Words = z.string().trim().max(500, 'Keep it under 500 characters');

/** What a person says when they join, and may change later. */
const OwnPlace = z.object({
  part: z.enum(COMMUNITY_PARTS),
  wants: Words.default(''),
  wishesLikePath: z.boolean().default(false),
  places: z.number().int().min(0).max(12, 'Nobody can welcome more than twelve at once').default(0),
  isCounted: z.boolean().default(true),
});

export const CommunityRow = z.object({
  communityId: Id,
  name: z.string(),
  about: z.string(),
  members: z.number().int(),
  /** One's own place; null for who never asked. */
  mine: z
    .object({ part: z.enum(COMMUNITY_PARTS), state: z.enum(COMMUNITY_MEMBER_STATES), isCore: z.boolean() })
    .nullable(),
  /** The next event, for members. */
  next: z.object({ eventId: Id, title: z.string(), startsAt: Instant, isComing: z.boolean() }).nullable(),
});

export const listCommunities = endpoint({
  method: 'GET',
  path: '/api/communities',
  summary: 'Communities: those one is in first, with their next event',
  reply: z.object({ communities: z.array(CommunityRow) }),
});

export const createCommunity = endpoint({
  method: 'POST',
  path: '/api/communities',
  summary: 'Begin a community; whoever begins it is its core team',
  body: z.object({ name: ShortText, about: LongText.default(''), part: z.enum(COMMUNITY_PARTS).default('faculty') }),
  reply: Made,
  status: 201,
});

const EventRow = z.object({
  eventId: Id,
  title: z.string(),
  about: z.string(),
  place: z.string(),
  startsAt: Instant,
  minutes: z.number().int(),
  capacity: z.number().int().nullable(),
  coming: z.number().int(),
  waiting: z.number().int(),
  mine: z.enum(EVENT_ANSWERS).nullable(),
  plannedBy: z.string(),
  cancelledAt: Instant.nullable(),
  may: z.object({ answer: WhyNot }),
});

const PairRow = z.object({
  pairId: Id,
  newcomer: PersonName,
  member: PersonName,
  state: z.enum(PAIRING_STATES),
  reasons: z.array(z.string()),
  newcomerAgreed: z.boolean(),
  memberAgreed: z.boolean(),
  madeAt: Instant,
  isMine: z.boolean(),
});

export const getCommunity = endpoint({
  method: 'GET',
  path: '/api/communities/:communityId',
  summary: 'A community as one may see it: members, events, pairs; a committee and strangers see its name alone',
  params: CommunityParams,
  reply: CommunityRow.extend({
    own: OwnPlace.nullable(),
    coreTeam: z.array(PersonName),
    /** Empty for who may not see inside. */
    people: z.array(
      PersonName.extend({
        part: z.enum(COMMUNITY_PARTS),
        isCore: z.boolean(),
        places: z.number().int(),
        used: z.number().int(),
        joinedAt: Instant,
      }),
    ),
    /** For the core team: who asks to join. */
    requests: z.array(PersonName.extend({ part: z.enum(COMMUNITY_PARTS), wants: z.string(), askedAt: Instant })),
    events: z.array(EventRow),
    /** One's own pairs; for the core team all that are under way. */
    pairs: z.array(PairRow),
    /** For the core team: members without a first contact. */
    newcomers: z.number().int(),
    /** Mentees here without any mentor, for the core team; null where too few people are behind it. */
    withoutMentor: z.number().int().nullable(),
    projects: z.array(
      z.object({ projectId: Id, title: z.string(), members: z.number().int(), reviewId: Id.nullable() }),
    ),
    may: z.object({ join: WhyNot, leave: WhyNot, see: WhyNot, run: WhyNot, seeOutcomes: WhyNot }),
  }),
});

export const changeCommunity = endpoint({
  method: 'PATCH',
  path: '/api/communities/:communityId',
  summary: 'Change a community’s name or description (core team)',
  params: CommunityParams,
  body: z.object({ name: ShortText.optional(), about: LongText.optional() }),
});

export const saveOwnPlace = endpoint({
  method: 'PUT',
  path: '/api/communities/:communityId/membership',
  summary: 'Ask to join, or change what one said then',
  params: CommunityParams,
  body: OwnPlace,
});

export const leaveCommunity = endpoint({
  method: 'DELETE',
  path: '/api/communities/:communityId/membership',
  summary: 'Leave a community, or take the request back',
  params: CommunityParams,
});

const MemberParams = CommunityParams.extend({ personId: Id });

export const setCommunityMember = endpoint({
  method: 'PATCH',
  path: '/api/communities/:communityId/members/:personId',
  summary: 'Answer a request to join, let a member go, or change who is in the core team (core team)',
  params: MemberParams,
  body: z.object({
    state: z.enum(['member', 'declined', 'left']).optional(),
    isCore: z.boolean().optional(),
    part: z.enum(COMMUNITY_PARTS).optional(),
  }),
});

export const inviteToCommunity = endpoint({
  method: 'POST',
  path: '/api/communities/:communityId/invitations',
  summary: 'Make a link that makes whoever opens it a member, for a month (core team)',
  params: CommunityParams,
  body: z.object({
    part: z.enum(COMMUNITY_PARTS),
    /** Somebody whom I share a project, an application or a mentorship with: they are told, and the link is theirs alone. */
    personId: Id.nullable().default(null),
  }),
  reply: z.object({ link: z.string(), expiresAt: Instant, toldName: z.string().nullable() }),
  status: 201,
});

const TokenParams = z.object({ token: z.string().min(20).max(100) });

export const getCommunityInvitation = endpoint({
  method: 'GET',
  path: '/api/community-invitations/:token',
  summary: 'What an invitation’s link leads to',
  access: 'anyone',
  params: TokenParams,
  reply: z.object({
    communityId: Id,
    name: z.string(),
    about: z.string(),
    part: z.enum(COMMUNITY_PARTS),
    invitedBy: z.string(),
    whyNot: WhyNot,
  }),
});

export const acceptCommunityInvitation = endpoint({
  method: 'POST',
  path: '/api/community-invitations/:token/acceptance',
  summary: 'Join a community by an invitation’s link',
  params: TokenParams,
  body: OwnPlace.omit({ part: true }),
  reply: Made,
});
