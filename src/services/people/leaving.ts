import { In, IsNull, Not } from 'typeorm';
import { Application } from '#entities/Application';
import { Membership } from '#entities/Membership';
import { Mentorship } from '#entities/Mentorship';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';
import type { Leaving } from '#policies/account';
import type { Actor, Context } from '#services/context';

/** What a person's leaving would mean for whom: the facts of the policy, and counts for the page. */
export interface LeavingFacts extends Leaving {
  /** Projects that nobody else is in: their openings close, and nobody can open them any more. */
  readonly aloneIn: readonly { readonly projectId: string; readonly title: string }[];
  readonly seats: number;
  readonly openApplications: number;
  readonly mentorships: number;
  readonly decisions: number;
}

export async function leavingFacts(ctx: Context, actor: Actor): Promise<LeavingFacts> {
  const { personId } = actor;
  const seats = await ctx.db.findBy(Membership, { personId, leftAt: IsNull() });
  const projectIds = seats.map(seat => seat.projectId);
  const others = await ctx.db.findBy(Membership, {
    projectId: In(projectIds),
    personId: Not(personId),
    leftAt: IsNull(),
  });
  const projects = await ctx.db.find(Project, { where: { projectId: In(projectIds) }, order: { title: 'ASC' } });
  const withOthers = new Set(others.map(one => one.projectId));
  const withOtherLead = new Set(others.filter(one => one.roles.includes('lead')).map(one => one.projectId));
  const led = new Set(seats.filter(seat => seat.roles.includes('lead')).map(seat => seat.projectId));
  const isLedAlone = (id: string) => led.has(id) && withOthers.has(id) && !withOtherLead.has(id);
  const person = await ctx.db.findOneByOrFail(Person, { personId });
  const living = { personId: Not(personId), deletedAt: IsNull() };
  const [counted]: { decisions: number }[] = await ctx.db.query(
    `select ((select count(*) from screening_decisions where person_id = $1)
       + (select count(*) from adjudications where adjudicator_id = $1))::int as decisions`,
    [personId],
  );
  return {
    ledAlone: projects.filter(({ projectId }) => isLedAlone(projectId)).map(({ title }) => title),
    aloneIn: projects
      .filter(({ projectId }) => !withOthers.has(projectId))
      .map(({ projectId, title }) => ({ projectId, title })),
    coreAlone: await coreAloneIn(ctx, personId),
    isAdministrator: person.isAdministrator,
    otherAdministrators: await ctx.db.countBy(Person, { ...living, isAdministrator: true }),
    otherPeople: await ctx.db.countBy(Person, living),
    seats: seats.length,
    openApplications: await ctx.db.countBy(Application, { personId, state: In(['sent', 'waiting', 'offered']) }),
    mentorships: await ctx.db.count(Mentorship, {
      where: [
        { menteeId: personId, state: In(['asked', 'invited', 'active']) },
        { mentorId: personId, state: In(['asked', 'invited', 'active']) },
      ],
    }),
    decisions: counted?.decisions ?? 0,
  };
}

/** Names of communities that would be left without a core team, and not without members. */
async function coreAloneIn(ctx: Context, personId: string): Promise<string[]> {
  const rows: { name: string }[] = await ctx.db.query(
    `select c.name from communities c join community_members mine using (community_id)
     where mine.person_id = $1 and mine.state = 'member' and mine.is_core
       and exists (select 1 from community_members m where m.community_id = c.community_id and m.state = 'member' and m.person_id <> $1)
       and not exists (select 1 from community_members m where m.community_id = c.community_id and m.state = 'member'
         and m.is_core and m.person_id <> $1) order by c.name`,
    [personId],
  );
  return rows.map(({ name }) => name);
}
