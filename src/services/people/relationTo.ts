import type { Relation } from '#policies/profiles';
import type { Actor, Context } from '#services/context';

/** How the actor stands to somebody: in one team, a lead whom they have applied to (or who offered them a seat), or a stranger. */
export async function relationTo(ctx: Context, actor: Actor, personId: string): Promise<Relation> {
  if (actor.personId === personId) return 'self';
  const rows: { is_team: boolean; is_lead: boolean }[] = await ctx.db.query(
    `select
       exists (select 1 from memberships mine join memberships theirs using (project_id)
         where mine.person_id = $1 and theirs.person_id = $2 and mine.left_at is null and theirs.left_at is null) as is_team,
       exists (select 1 from applications a join openings o using (opening_id) join memberships m using (project_id)
         where a.person_id = $2 and a.state in ('sent', 'offered', 'accepted')
           and m.person_id = $1 and m.left_at is null and 'lead' = any(m.roles))
       -- Who joins a cohort applies to all of its leads.
       or exists (select 1 from rank_lists r join cohort_openings o using (cohort_id)
         where r.person_id = $2 and r.side = 'person' and o.lead_id = $1) as is_lead`,
    [actor.personId, personId],
  );
  if (rows[0]?.is_team) return 'team';
  return rows[0]?.is_lead ? 'lead' : 'stranger';
}
