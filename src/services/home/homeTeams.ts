import { In, IsNull } from 'typeorm';
import { STAGES } from '#core/vocabulary';
import { Application } from '#entities/Application';
import { Membership } from '#entities/Membership';
import { Opening } from '#entities/Opening';
import { Review } from '#entities/Review';
import type { Actor, Context } from '#services/context';
import { rankApplicants } from '#services/openings/rankApplicants';
import { namesOf } from '#services/projects/readProjects';
import { workOf } from '#services/screening/assignmentBoard';
import { pacesAt } from '#services/screening/paces';
import { requireProject } from '#services/standing';

const MOST_PEOPLE = 8;
const BEST = 5;

/** For whom somebody leads: open work by person, and applicants. Counts decisions; shows none. */
export async function homeTeams(ctx: Context, actor: Actor) {
  const seats = await ctx.db.findBy(Membership, { personId: actor.personId, leftAt: IsNull() });
  const led = seats.filter(seat => seat.roles.includes('lead')).map(seat => seat.projectId);
  return { workloads: await workloadsOf(ctx, led), posts: await postsOf(ctx, led) };
}

async function workloadsOf(ctx: Context, projectIds: readonly string[]) {
  const reviews = await ctx.db.findBy(Review, { projectId: In([...projectIds]) });
  const rows = [];
  for (const { reviewId, title, projectId, closedStages } of reviews) {
    const members = await ctx.db.findBy(Membership, { projectId, leftAt: IsNull() });
    const names = await namesOf(
      ctx,
      members.map(member => member.personId),
    );
    for (const stage of STAGES.filter(one => !closedStages.includes(one))) {
      const work = await workOf(ctx, { reviewId, stage });
      if (work.size === 0) continue;
      const paces = await pacesAt(ctx, { reviewId, stage });
      for (const [personId, { given, done, dueOn, lastAt }] of work) {
        const name = names.get(personId);
        if (name === undefined || given === done) continue;
        const perDay = paces.get(personId)?.perDay ?? 0;
        rows.push({
          ...{ reviewId, reviewTitle: title, stage, person: { personId, name } },
          ...{ given, done, perDay, dueOn, lastAt },
        });
      }
    }
  }
  return rows.sort((a, b) => b.given - b.done - (a.given - a.done)).slice(0, MOST_PEOPLE);
}

/** Openings with somebody to answer: the best fits first. Looking at them here does not tell applicants that they were seen. */
async function postsOf(ctx: Context, projectIds: readonly string[]) {
  const openings = await ctx.db.find(Opening, {
    where: { projectId: In([...projectIds]) },
    order: { createdAt: 'ASC' },
  });
  const posts = [];
  for (const opening of openings) {
    const { openingId, title, projectId } = opening;
    const applications = await ctx.db.findBy(Application, { openingId, state: 'sent' });
    if (applications.length === 0) continue;
    const project = await requireProject(ctx, projectId);
    const ranked = await rankApplicants(ctx, opening, project, applications);
    posts.push({
      ...{ openingId, title, projectTitle: project.title, toAnswer: applications.length },
      best: ranked.slice(0, BEST),
    });
  }
  return posts;
}
