import * as contract from '#contract/projects';
import { openRoute, type Route, route } from '#http/bind';
import { removeMember, setMemberRoles } from '#services/projects/changeMembers';
import { createProject } from '#services/projects/createProject';
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  readInvitation,
  withdrawInvitation,
} from '#services/projects/invitations';
import { listProjects, readProject } from '#services/projects/readProjects';
import { updateProject } from '#services/projects/updateProject';

export const projectRoutes: readonly Route[] = [
  route(contract.createProject, (ctx, actor, { body }) => createProject(ctx, actor, body)),
  route(contract.listProjects, async (ctx, actor) => ({ projects: await listProjects(ctx, actor) })),
  route(contract.getProject, (ctx, actor, { params }) => readProject(ctx, actor, params.projectId)),
  route(contract.updateProject, (ctx, actor, { params, body }) => updateProject(ctx, actor, params.projectId, body)),
  route(contract.setMemberRoles, (ctx, actor, { params, body }) => setMemberRoles(ctx, actor, { ...params, ...body })),
  route(contract.removeMember, (ctx, actor, { params }) => removeMember(ctx, actor, params)),
  route(contract.createInvitation, (ctx, actor, { params, body }) =>
    createInvitation(ctx, actor, { ...params, ...body }),
  ),
  route(contract.listInvitations, async (ctx, actor, { params }) => ({
    invitations: await listInvitations(ctx, actor, params.projectId),
  })),
  route(contract.withdrawInvitation, (ctx, actor, { params }) => withdrawInvitation(ctx, actor, params)),
  openRoute(contract.getInvitation, (ctx, actor, { params }) => readInvitation(ctx, actor, params.token)),
  route(contract.acceptInvitation, (ctx, actor, { params }) => acceptInvitation(ctx, actor, params.token)),
];
