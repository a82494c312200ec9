import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { ProjectPost, projectPostFields } from '#contract/projectPost';
import { Id, Instant, LongText, Made, PersonName, RoleWord, ShortText, WhyNot } from '#contract/shapes';
import { STAGES } from '#core/vocabulary';

const ProjectParams = z.object({ projectId: Id });
const Roles = z.array(RoleWord).min(1, 'Choose at least one role').max(9);

const Stages = z.array(z.enum(STAGES)).max(2);

export const Member = PersonName.extend({
  roles: z.array(RoleWord),
  /** At which stages a screener is asked to screen, and an adjudicator to settle conflicts. */
  screensAt: Stages,
  settlesAt: Stages,
  joinedAt: Instant,
});

export const ProjectSummary = z.object({
  projectId: Id,
  title: z.string(),
  specialty: z.string(),
  reviewId: Id.nullable(),
  roles: z.array(RoleWord),
  memberCount: z.number().int(),
  openSeats: z.number().int(),
});

export const ProjectDetails = z.object({
  projectId: Id,
  title: z.string(),
  summary: z.string(),
  specialty: z.string(),
  post: ProjectPost,
  reviewId: Id.nullable(),
  roles: z.array(RoleWord),
  members: z.array(Member),
  may: z.object({ edit: WhyNot, invite: WhyNot, openSeats: WhyNot, createReview: WhyNot, setRoles: WhyNot }),
});

export const InvitationForLead = z.object({
  invitationId: Id,
  roles: z.array(RoleWord),
  email: z.string().nullable(),
  /** Whom it was told to by name. */
  forName: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  acceptedByName: z.string().nullable(),
  isUsable: z.boolean(),
});

const projectFields = {
  title: ShortText,
  summary: LongText.default(''),
  specialty: z.string().trim().max(100).default(''),
  ...projectPostFields,
};

export const createProject = endpoint({
  method: 'POST',
  path: '/api/projects',
  summary: 'Begin a project; who begins it leads it',
  body: z.object(projectFields),
  reply: Made,
  status: 201,
});

export const listProjects = endpoint({
  method: 'GET',
  path: '/api/projects',
  summary: 'The projects that I am in',
  reply: z.object({ projects: z.array(ProjectSummary) }),
});

export const getProject = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId',
  summary: 'A project with its team, for its members',
  params: ProjectParams,
  reply: ProjectDetails,
});

export const updateProject = endpoint({
  method: 'PUT',
  path: '/api/projects/:projectId',
  summary: 'Change what a project says of itself (lead)',
  params: ProjectParams,
  body: z.object(projectFields),
});

export const setMemberRoles = endpoint({
  method: 'PUT',
  path: '/api/projects/:projectId/members/:personId',
  summary: 'Set a member’s roles, and at which stages they screen and settle conflicts (lead)',
  params: ProjectParams.extend({ personId: Id }),
  /** Stages that aren't named stay as they are. */
  body: z.object({ roles: Roles, screensAt: Stages.optional(), settlesAt: Stages.optional() }),
});

export const removeMember = endpoint({
  method: 'DELETE',
  path: '/api/projects/:projectId/members/:personId',
  summary: 'Let a member go (lead), or leave; what they did stays theirs',
  params: ProjectParams.extend({ personId: Id }),
});

export const createInvitation = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/invitations',
  summary: 'Make a link that makes whoever opens it a member (lead)',
  params: ProjectParams,
  body: z.object({
    roles: Roles,
    email: z.email('This is not an e-mail address').max(200).nullable().default(null),
    /** Somebody whom I share a project, an application or a mentorship with: they are told, and the link is theirs alone. */
    personId: Id.nullable().default(null),
    days: z.number().int().min(1).max(60).default(14),
  }),
  /** The link is shown this once: only its hash is kept. */
  reply: z.object({
    invitationId: Id,
    link: z.string(),
    expiresAt: Instant,
    isSent: z.boolean(),
    toldName: z.string().nullable(),
  }),
  status: 201,
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/invitations',
  summary: 'Invitations of a project (lead)',
  params: ProjectParams,
  reply: z.object({ invitations: z.array(InvitationForLead) }),
});

export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/api/projects/:projectId/invitations/:invitationId',
  summary: 'Make an invitation’s link worthless (lead)',
  params: ProjectParams.extend({ invitationId: Id }),
});

const TokenParams = z.object({ token: z.string().min(20).max(100) });

export const getInvitation = endpoint({
  method: 'GET',
  path: '/api/invitations/:token',
  summary: 'What an invitation’s link leads to',
  access: 'anyone',
  params: TokenParams,
  reply: z.object({
    projectTitle: z.string(),
    invitedBy: z.string(),
    roles: z.array(RoleWord),
    expiresAt: Instant,
    /** Why it can't be accepted any more, or null. */
    whyNot: WhyNot,
  }),
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:token/acceptance',
  summary: 'Become a member by an invitation',
  params: TokenParams,
  reply: z.object({ projectId: Id }),
});
