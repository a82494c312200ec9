import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';
import { Review } from '#entities/Review';
import { whyNotLead } from '#policies/projects';
import type { Actor, Context } from '#services/context';
import { standInProject } from '#services/standing';

/** The projects that a person is in, newest first. */
export async function listProjects(ctx: Context, actor: Actor) {
  const rows: {
    project_id: string;
    title: string;
    specialty: string;
    review_id: string | null;
    roles: Role[];
    member_count: number;
    open_seats: number;
  }[] = await ctx.db.query(
    `select project.project_id, project.title, project.specialty, review.review_id, mine.roles,
       (select count(*)::int from memberships m where m.project_id = project.project_id and m.left_at is null) as member_count,
       (select coalesce(sum(greatest(0, o.capacity - (select count(*) from offers f
            where f.opening_id = o.opening_id and f.state = 'accepted'))), 0)::int
          from openings o where o.project_id = project.project_id and o.state = 'open') as open_seats
     from memberships mine
     join projects project on project.project_id = mine.project_id
     left join reviews review on review.project_id = project.project_id
     where mine.person_id = $1 and mine.left_at is null
     order by project.created_at desc`,
    [actor.personId],
  );
  return rows.map(row => ({
    projectId: row.project_id,
    title: row.title,
    specialty: row.specialty,
    reviewId: row.review_id,
    roles: row.roles,
    memberCount: row.member_count,
    openSeats: row.open_seats,
  }));
}

/** A project with its team, for its members. */
export async function readProject(ctx: Context, actor: Actor, projectId: string) {
  const standing = await standInProject(ctx, actor, projectId);
  const project = await ctx.db.findOneBy(Project, { projectId });
  if (!project) throw new Problem('not-found', 'There is no such project.');
  const review = await ctx.db.findOneBy(Review, { projectId });
  const whyNot = whyNotLead(standing);
  return {
    projectId,
    title: project.title,
    summary: project.summary,
    specialty: project.specialty,
    post: postOf(project),
    reviewId: review?.reviewId ?? null,
    roles: [...standing.roles],
    members: await listMembers(ctx, projectId),
    may: {
      edit: whyNot,
      invite: whyNot,
      openSeats: whyNot,
      setRoles: whyNot,
      createReview: whyNot ?? (review ? 'This project has a review already.' : null),
    },
  };
}

/** What a project's post says beside its title and summary. */
export function postOf(project: Project) {
  const { studyType, pay, workPlace, city, months, graduatedSince, examStepsAsked } = project;
  const { visaRule, mentor, contactRule, letter } = project;
  return {
    ...{ studyType, pay, workPlace, city, months, graduatedSince, examStepsAsked },
    ...{ visaRule, mentor, contactRule, letter },
  };
}

/** Who is in a project now, in the order in which they came. */
export async function listMembers(ctx: Context, projectId: string) {
  const memberships = await ctx.db.find(Membership, {
    where: { projectId, leftAt: IsNull() },
    order: { joinedAt: 'ASC', personId: 'ASC' },
  });
  const names = await namesOf(
    ctx,
    memberships.map(member => member.personId),
  );
  return memberships.map(({ personId, roles, screensAt, settlesAt, joinedAt }) => ({
    personId,
    name: names.get(personId) ?? 'former member',
    ...{ roles, screensAt, settlesAt, joinedAt },
  }));
}

/** Names by id, for presenting; who has deleted their account is missing. */
export async function namesOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const people = await ctx.db.find(Person, {
    where: { personId: In([...new Set(personIds)]) },
    select: { personId: true, name: true },
  });
  return new Map(people.map(person => [person.personId, person.name]));
}

/** The name of who leads each project, the one who came first. */
export async function leadsOf(ctx: Context, projectIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { project_id: string; name: string }[] = await ctx.db.query(
    `select distinct on (m.project_id) m.project_id, p.name from memberships m join persons p using (person_id)
     where m.project_id = any($1) and m.left_at is null and 'lead' = any(m.roles) order by m.project_id, m.joined_at`,
    [projectIds],
  );
  return new Map(rows.map(row => [row.project_id, row.name]));
}
