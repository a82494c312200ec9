import type { Tie } from '#core/people/messageWords';
import type { Context } from '#services/context';

export interface KnownTie {
  readonly otherId: string;
  readonly tie: Tie;
  /** The project, opening or kind of mentorship that it comes of. */
  readonly about: string;
}

/** What ties a person to others (or to one): where they may write, and why. */
export async function tiesOf(ctx: Context, personId: string, otherId: string | null = null): Promise<KnownTie[]> {
  const rows: { other_id: string; tie: Tie; about: string }[] = await ctx.db.query(
    `select other_id, tie, about from (
       select theirs.person_id as other_id, 'project' as tie, project.title as about
         from memberships mine join memberships theirs using (project_id) join projects project using (project_id)
         where mine.person_id = $1 and mine.left_at is null and theirs.left_at is null
       union all
       select a.person_id, 'applicant', o.title from applications a join openings o using (opening_id)
         join memberships m on m.project_id = o.project_id and m.left_at is null and 'lead' = any(m.roles)
         where m.person_id = $1 and a.state in ('sent', 'waiting', 'offered', 'accepted')
       union all
       select m.person_id, case when a.state in ('offered', 'accepted') then 'offering-lead' else 'lead' end, o.title
         from applications a join openings o using (opening_id)
         join memberships m on m.project_id = o.project_id and m.left_at is null and 'lead' = any(m.roles)
         where a.person_id = $1 and a.state in ('sent', 'waiting', 'offered', 'accepted')
       union all
       select f.person_id, 'applicant', o.title from offers f join openings o using (opening_id)
         where f.made_by = $1 and f.state = 'open'
       union all
       select f.made_by, 'offering-lead', o.title from offers f join openings o using (opening_id)
         where f.person_id = $1 and f.state = 'open'
       union all
       select mentee_id, 'mentee', task from mentorships where mentor_id = $1 and state in ('asked', 'active')
       union all
       select mentor_id, case when state = 'active' then 'mentor' else 'asked-mentor' end, task
         from mentorships where mentee_id = $1 and state in ('asked', 'active')
       union all
       select mentee_id, 'invited-mentee', task from mentorships where mentor_id = $1 and state = 'invited'
       union all
       select mentor_id, 'inviting-mentor', task from mentorships where mentee_id = $1 and state = 'invited'
     ) ties where other_id <> $1 and ($2::uuid is null or other_id = $2::uuid) order by other_id, tie, about`,
    [personId, otherId],
  );
  return rows.map(row => ({ otherId: row.other_id, tie: row.tie, about: row.about }));
}
