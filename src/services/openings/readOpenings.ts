import { In } from 'typeorm';
import { findNames } from '#core/matching/findNames';
import { rankOpenings } from '#core/matching/suggest';
import type { OpeningState, Role } from '#core/vocabulary';
import { Application } from '#entities/Application';
import { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { whyNotApply, whyNotLead } from '#policies/projects';
import type { Actor, Context } from '#services/context';
import { isPastClosing, loadOpening, seatsLeft } from '#services/openings/loadOpening';
import { matchableOpening, matchablePeople, presentFit } from '#services/openings/matchables';
import { listMembers } from '#services/projects/readProjects';
import { findStandingInProject } from '#services/standing';

export interface OpeningFilter {
  readonly text: string;
  readonly role?: Role | undefined;
  readonly project?: string | undefined;
  readonly state: OpeningState;
}

/** Openings that match the filter; with words, those that fit the words, misspellings forgiven; else best fit first. */
export async function listOpenings(ctx: Context, actor: Actor, filter: OpeningFilter) {
  const openings = await ctx.db.find(Opening, {
    where: {
      state: filter.state,
      ...(filter.role ? { role: filter.role } : {}),
      ...(filter.project ? { projectId: filter.project } : {}),
    },
    order: { createdAt: 'DESC' },
    take: 500,
  });
  const shown = await presentOpenings(ctx, actor, openings);
  // Where a hard rule speaks against the pair, the opening comes after all others, as core/matching has it.
  const isExcluded = (one: (typeof shown)[number]) => Number(one.fit?.excludedBecause != null);
  if (filter.text === '') {
    return shown.sort((a, b) => isExcluded(a) - isExcluded(b) || (b.fit?.score ?? 0) - (a.fit?.score ?? 0));
  }
  const named = shown.map(one => ({
    id: one.openingId,
    name: `${one.title} ${one.projectTitle} ${one.projectSummary}`,
  }));
  const order = new Map(findNames(filter.text, named, 500).map((found, place) => [found.id, place]));
  return shown
    .filter(one => order.has(one.openingId))
    .sort((a, b) => (order.get(a.openingId) ?? 0) - (order.get(b.openingId) ?? 0));
}

export async function readOpening(ctx: Context, actor: Actor, openingId: string) {
  const [shown] = await presentOpenings(ctx, actor, [await loadOpening(ctx, openingId)]);
  if (!shown) throw new RangeError('readOpening: an opening was presented as none');
  return shown;
}

async function presentOpenings(ctx: Context, actor: Actor, openings: readonly Opening[]) {
  const projectIds = [...new Set(openings.map(opening => opening.projectId))];
  const projects = new Map(
    (await ctx.db.findBy(Project, { projectId: In(projectIds) })).map(project => [project.projectId, project]),
  );
  const fits = await fitsFor(ctx, actor, openings, projects);
  const applications = new Map(
    (await ctx.db.findBy(Application, { personId: actor.personId })).map(one => [one.openingId, one]),
  );
  const shown = [];
  for (const opening of openings) {
    const project = projects.get(opening.projectId);
    if (!project) continue;
    const standing = await findStandingInProject(ctx, actor, opening.projectId);
    const members = await listMembers(ctx, opening.projectId);
    const left = await seatsLeft(ctx, opening);
    const application = applications.get(opening.openingId) ?? null;
    const whyNotAsLead = whyNotLead(standing);
    shown.push({
      ...opening,
      projectTitle: project.title,
      projectSummary: project.summary,
      leadName: members.find(member => member.roles.includes('lead'))?.name ?? '',
      seatsLeft: left,
      fit: fits.get(opening.openingId) ?? null,
      myApplication: application ? { applicationId: application.applicationId, state: application.state } : null,
      may: {
        apply: whyNotApply({
          openingState: opening.state,
          seatsLeft: left,
          isMember: standing !== null,
          application: application?.state ?? null,
          isPastClosing: isPastClosing(opening, ctx.now()),
        }),
        seeApplicants: whyNotAsLead,
        edit: whyNotAsLead,
      },
    });
  }
  return shown;
}

async function fitsFor(
  ctx: Context,
  actor: Actor,
  openings: readonly Opening[],
  projects: ReadonlyMap<string, Project>,
) {
  const profile = await ctx.db.findOneBy(Profile, { personId: actor.personId });
  // A profile that says nothing yet fits everything equally: no number is better than a made-up one.
  const [person] = profile ? await matchablePeople(ctx, [profile], 'self') : [];
  if (!person || (!person.interests && person.publications?.length === 0 && person.skills?.length === 0))
    return new Map<string, null>();
  const matchable = openings.flatMap(opening => {
    const project = projects.get(opening.projectId);
    return project ? [matchableOpening(opening, project)] : [];
  });
  const ranked = rankOpenings(person, matchable, [], ctx.now().getTime());
  return new Map(ranked.map(suggestion => [suggestion.openingId, presentFit(suggestion)]));
}
