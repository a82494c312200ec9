import { In } from 'typeorm';
import { checkEligibility, whyNotEligible } from '#core/matching/eligibility';
import { Application } from '#entities/Application';
import type { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { whyNotApply, whyNotLead } from '#policies/projects';
import type { Actor, Context } from '#services/context';
import { countOpenApplications } from '#services/openings/applications';
import { isPastClosing, seatsLeft } from '#services/openings/loadOpening';
import { matchableOpening, matchablePeople, pathOf, presentFit } from '#services/openings/matchables';
import { listMembers, postOf } from '#services/projects/readProjects';
import { findStandingInProject } from '#services/standing';

const WEEK_MS = 7 * 86_400_000;

/** Openings as a person sees them: with their fit, whether they may apply and why not, and how their application stands. */
export async function presentOpenings(ctx: Context, actor: Actor, openings: readonly Opening[]) {
  const projectIds = [...new Set(openings.map(opening => opening.projectId))];
  const projects = new Map(
    (await ctx.db.findBy(Project, { projectId: In(projectIds) })).map(project => [project.projectId, project]),
  );
  const profile = await ctx.db.findOneBy(Profile, { personId: actor.personId });
  const path = profile ? pathOf(profile, 'self') : { graduationYear: null, examSteps: [], visaNeed: null };
  const fits = await fitsFor(ctx, profile, openings, projects);
  const applications = new Map(
    (await ctx.db.findBy(Application, { personId: actor.personId })).map(one => [one.openingId, one]),
  );
  const myOpenApplications = await countOpenApplications(ctx, actor);
  const applicants = await countApplicants(ctx, openings);
  const shown = [];
  for (const opening of openings) {
    const project = projects.get(opening.projectId);
    if (!project) continue;
    const standing = await findStandingInProject(ctx, actor, opening.projectId);
    const members = await listMembers(ctx, opening.projectId);
    const left = await seatsLeft(ctx, opening);
    const application = applications.get(opening.openingId) ?? null;
    const whyNotAsLead = whyNotLead(standing);
    const notEligible = whyNotEligible(project, path);
    const fit = fits.get(opening.openingId);
    shown.push({
      ...opening,
      projectTitle: project.title,
      projectSummary: project.summary,
      specialty: project.specialty,
      post: postOf(project),
      leadName: members.find(member => member.roles.includes('lead'))?.name ?? '',
      team: members,
      seatsLeft: left,
      isNew: ctx.now().getTime() - opening.createdAt.getTime() < WEEK_MS,
      isPastClosing: isPastClosing(opening, ctx.now()),
      applicants: applicants.get(opening.openingId) ?? 0,
      myOpenApplications,
      hiddenBecause: opening.hiddenAt === null ? null : opening.hiddenBecause,
      eligibility: checkEligibility(project, path),
      fit: fit ? presentFit(fit, notEligible) : null,
      myApplication: application ? { applicationId: application.applicationId, state: application.state } : null,
      may: {
        apply: whyNotApply({
          openingState: opening.state,
          seatsLeft: left,
          isMember: standing !== null,
          application: application?.state ?? null,
          isPastClosing: isPastClosing(opening, ctx.now()),
          isHidden: opening.hiddenAt !== null,
          notEligible,
          openApplications: myOpenApplications,
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
  profile: Profile | null,
  openings: readonly Opening[],
  projects: ReadonlyMap<string, Project>,
) {
  const [person] = profile ? await matchablePeople(ctx, [profile], 'self') : [];
  // A profile that says nothing yet fits everything equally: no number is better than a made-up one.
  if (!person || (!person.interests && person.publications?.length === 0 && person.skills?.length === 0))
    return new Map<string, never>();
  const matchable = openings.flatMap(opening => {
    const project = projects.get(opening.projectId);
    return project ? [matchableOpening(opening, project)] : [];
  });
  const ranked = await ctx.think.rankOpenings(person, matchable, ctx.now().getTime());
  return new Map(ranked.map(suggestion => [suggestion.openingId, suggestion]));
}

async function countApplicants(ctx: Context, openings: readonly Opening[]): Promise<Map<string, number>> {
  const rows: { opening_id: string; count: number }[] = await ctx.db.query(
    `select opening_id, count(*)::int as count from applications
     where opening_id = any($1) and state in ('sent', 'waiting', 'offered') group by opening_id`,
    [openings.map(opening => opening.openingId)],
  );
  return new Map(rows.map(row => [row.opening_id, row.count]));
}
