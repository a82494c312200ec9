import type { AgreementLine } from '#core/projects/agreement';
import type { Stage } from '#core/vocabulary';
import type { Context } from '#services/context';
import { type Due, dayAfter } from '#services/notifications/remind';

const DAYS_BEFORE = 2;
/** Signing is asked for again once, after so many days. */
const DAYS_TO_SIGN = 4;

/** Records and reports given to somebody that are due within days: each hears of their own ones. */
export async function workDue(ctx: Context): Promise<Due[]> {
  const rows: {
    review_id: string;
    title: string;
    stage: Stage;
    person_id: string;
    due_on: string;
    open: number;
  }[] = await ctx.db.query(
    `select a.review_id, review.title, a.stage, a.person_id, a.due_on::text as due_on, count(*)::int as open
     from screening_assignments a
     join reviews review on review.review_id = a.review_id and not (a.stage = any(review.closed_stages))
     join memberships seat on seat.project_id = review.project_id and seat.person_id = a.person_id and seat.left_at is null
     where a.withdrawn_at is null and a.due_on between $1::date and $2::date
       and not exists (select 1 from screening_decisions d where d.review_id = a.review_id and d.stage = a.stage
         and d.record_id = a.record_id and d.person_id = a.person_id)
     group by a.review_id, review.title, a.stage, a.person_id, a.due_on`,
    [dayAfter(ctx.now(), 0), dayAfter(ctx.now(), DAYS_BEFORE)],
  );
  return rows.map(row => {
    const noun = row.stage === 'full-text' ? 'report' : 'record';
    return {
      ...{
        kind: 'work-due' as const,
        personIds: [row.person_id],
        about: `${row.review_id}:${row.stage}:${row.due_on}`,
      },
      title: `${row.open.toLocaleString('en-US')} ${noun}${row.open === 1 ? '' : 's'} left by ${row.due_on}: ${row.title}`,
      line: 'Somebody else can take some of them: tell the lead.',
      link: `/reviews/${row.review_id}/screening/${row.stage}`,
    };
  });
}

/** Agreements that wait for a signature for days, and work of signed ones that is due. */
export async function agreementsDue(ctx: Context): Promise<Due[]> {
  const rows: {
    project_id: string;
    title: string;
    version: number;
    lines: readonly AgreementLine[];
    is_old: boolean;
    signed: string[];
    members: string[];
  }[] = await ctx.db.query(
    `select distinct on (a.project_id) a.project_id, project.title, a.version, a.lines, a.drafted_at <= $1 as is_old,
       array(select s.person_id::text from authorship_signatures s
         where s.project_id = a.project_id and s.version = a.version) as signed,
       array(select m.person_id::text from memberships m
         where m.project_id = a.project_id and m.left_at is null) as members
     from authorship_agreements a join projects project using (project_id)
     order by a.project_id, a.version desc`,
    [new Date(ctx.now().getTime() - DAYS_TO_SIGN * 86_400_000)],
  );
  const [today, soon] = [dayAfter(ctx.now(), 0), dayAfter(ctx.now(), DAYS_BEFORE)];
  return rows.flatMap(row => {
    const link = `/projects/${row.project_id}/agreement`;
    const here = row.lines.filter(line => row.members.includes(line.personId));
    const unsigned = here.filter(line => !row.signed.includes(line.personId)).map(line => line.personId);
    const sign: Due = {
      ...{ kind: 'agreement-to-sign', personIds: unsigned, about: `${row.project_id}:${row.version}:again`, link },
      title: `The agreement still waits for your signature: ${row.title}`,
      line: 'If something in it is not right, write to the lead before you sign.',
    };
    const work = here
      .filter(line => row.signed.includes(line.personId))
      .filter(line => line.byOn !== null && line.byOn >= today && line.byOn <= soon)
      .map((line): Due => {
        const about = `${row.project_id}:${row.version}:${line.byOn}`;
        return {
          ...{ kind: 'agreement-due', personIds: [line.personId], about, link, line: line.does },
          title: `What you signed for is due by ${line.byOn}: ${row.title}`,
        };
      });
    return row.is_old && unsigned.length > 0 ? [sign, ...work] : work;
  });
}

/** Authors outside the team who should be written to again. Leads alone keep that list. */
export async function outreachDue(ctx: Context): Promise<Due[]> {
  const rows: { review_id: string; outreach_id: string; name: string; title: string; on: string; leads: string[] }[] =
    await ctx.db.query(
      `select o.review_id, o.outreach_id, o.name, review.title, o.remind_on::text as "on",
         array(select m.person_id::text from memberships m where m.project_id = review.project_id and m.left_at is null
           and 'lead' = any(m.roles) order by (m.person_id = o.created_by) desc) as leads
       from outreach o join reviews review using (review_id)
       where o.remind_on <= $1::date and o.state in ('planned', 'contacted')`,
      [dayAfter(ctx.now(), 0)],
    );
  return rows.map(row => ({
    ...{ kind: 'outreach-due' as const, personIds: row.leads, about: `${row.outreach_id}:${row.on}` },
    ...{ title: `Write to ${row.name} again`, line: row.title, link: `/reviews/${row.review_id}/faculty` },
  }));
}
