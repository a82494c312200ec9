import type { Context } from '#services/context';
import { type Due, dayAfter } from '#services/notifications/remind';
import { listAlerts } from '#services/openings/alerts';

const DAYS_BEFORE_END = 2;
const DAYS_BEFORE_RANKS = 3;
const DAYS_BEFORE_GOAL = 3;
/** After so many days without a word, the two are asked how their check-in went. */
const DAYS_WITHOUT_WORD = 2;
/** Nobody is asked about what is longer ago. */
const DAYS_ASKED = 30;

/** Check-ins of tomorrow and today, and those of which nobody has said whether they took place. */
export async function checkInsDue(ctx: Context): Promise<Due[]> {
  const now = ctx.now();
  const rows: {
    check_in_id: string;
    mentorship_id: string;
    on_day: string;
    people: { id: string; name: string }[];
  }[] = await ctx.db.query(
    `select c.check_in_id, c.mentorship_id, c.on_day::text as on_day,
       json_build_array(json_build_object('id', mentee.person_id, 'name', mentee.name),
         json_build_object('id', mentor.person_id, 'name', mentor.name)) as people
     from check_ins c join mentorships pair using (mentorship_id)
     join persons mentee on mentee.person_id = pair.mentee_id join persons mentor on mentor.person_id = pair.mentor_id
     where c.state = 'planned' and pair.state = 'active'
       and (c.on_day between $1::date and $2::date or c.on_day between $3::date and $4::date)`,
    [dayAfter(now, 0), dayAfter(now, 1), dayAfter(now, -DAYS_ASKED), dayAfter(now, -DAYS_WITHOUT_WORD)],
  );
  return rows.flatMap(row =>
    row.people.map(({ id }): Due => {
      const other = row.people.find(person => person.id !== id)?.name ?? 'former member';
      const link = `/mentoring?with=${row.mentorship_id}`;
      return row.on_day >= dayAfter(now, 0)
        ? {
            ...{ kind: 'check-in-due', personIds: [id], about: `${row.check_in_id}:${row.on_day}:${id}`, link },
            title: `Check-in with ${other} on ${row.on_day}`,
            line: 'Three agenda questions wait for the mentee’s answers.',
          }
        : {
            ...{ kind: 'check-in-unanswered', personIds: [id], about: `${row.check_in_id}:${row.on_day}:${id}`, link },
            title: `How did the check-in with ${other} go?`,
            line: `It was planned for ${row.on_day}. Say that it took place, or move it.`,
          };
    }),
  );
}

/** Offers whose last day comes. */
export async function offersEnding(ctx: Context): Promise<Due[]> {
  const rows: { offer_id: string; person_id: string; title: string; answer_by: string }[] = await ctx.db.query(
    `select o.offer_id, o.person_id, opening.title, o.answer_by::text as answer_by
     from offers o join openings opening using (opening_id)
     where o.state = 'open' and o.answer_by between $1::date and $2::date`,
    [dayAfter(ctx.now(), 0), dayAfter(ctx.now(), DAYS_BEFORE_END)],
  );
  return rows.map(row => ({
    ...{ kind: 'offer-ends' as const, personIds: [row.person_id], about: `${row.offer_id}:${row.answer_by}` },
    ...{ title: `Answer the offer by ${row.answer_by}: ${row.title}`, line: '', link: '/home' },
  }));
}

/** Rank lists that close soon, for whose list is still empty. */
export async function ranksDue(ctx: Context): Promise<Due[]> {
  const now = ctx.now();
  const rows: { cohort_id: string; name: string; until: Date; people: string[] }[] = await ctx.db.query(
    `select c.cohort_id, c.name, c.ranks_until as until,
       array(select r.person_id::text from rank_lists r where r.cohort_id = c.cohort_id and r.side = 'person'
           and cardinality(r.choices) = 0
         union select o.lead_id::text from cohort_openings o where o.cohort_id = c.cohort_id and not exists (
           select 1 from rank_lists l where l.cohort_id = c.cohort_id and l.person_id = o.lead_id and l.side = 'lead'
             and cardinality(l.choices) > 0)) as people
     from cohorts c where c.state = 'ranking' and c.ranks_until between $1 and $2`,
    [now, new Date(now.getTime() + DAYS_BEFORE_RANKS * 86_400_000)],
  );
  return rows.map(row => ({
    ...{ kind: 'ranks-due' as const, personIds: row.people, about: `${row.cohort_id}:${row.until.getTime()}` },
    title: `Enter your rank list by ${row.until.toISOString().slice(0, 10)}: ${row.name}`,
    ...{ line: 'Who ranks nothing is placed last, or not at all.', link: `/cohorts/${row.cohort_id}` },
  }));
}

/** Openings that came since somebody last looked at a search that they keep. */
export async function openingsFound(ctx: Context): Promise<Due[]> {
  const rows: { person_id: string }[] = await ctx.db.query(
    `select distinct a.person_id from opening_alerts a
     where exists (select 1 from openings o where o.state = 'open' and o.created_at > a.looked_at
       and o.created_at > coalesce((select max(n.at) from notifications n where n.person_id = a.person_id
         and n.kind = 'openings-found' and n.about_key like a.alert_id::text || ':%'), a.looked_at))`,
  );
  const dues: Due[] = [];
  for (const { person_id: personId } of rows) {
    for (const alert of await listAlerts(ctx, { personId, isAdministrator: false })) {
      if (alert.newestAt === null) continue;
      const openings = `${alert.fresh} new opening${alert.fresh === 1 ? '' : 's'}`;
      dues.push({
        ...{ kind: 'openings-found', personIds: [personId], about: `${alert.alertId}:${alert.newestAt.getTime()}` },
        ...{ title: `${openings} for “${alert.name}”`, link: '/openings' },
      });
    }
  }
  return dues;
}

/** Goals of mentoring whose day comes and that are not reached: each person hears of their own. */
export async function goalsDue(ctx: Context): Promise<Due[]> {
  const rows: { goal_id: string; person_id: string; text: string; due_on: string }[] = await ctx.db.query(
    `select goal_id, person_id, text, due_on::text as due_on from goals
     where reached_at is null and due_on between $1::date and $2::date`,
    [dayAfter(ctx.now(), 0), dayAfter(ctx.now(), DAYS_BEFORE_GOAL)],
  );
  return rows.map(row => ({
    ...{ kind: 'goal-due' as const, personIds: [row.person_id], about: `${row.goal_id}:${row.due_on}` },
    ...{ title: `A goal of yours is due by ${row.due_on}`, line: row.text, link: '/mentoring' },
  }));
}

/** Events of communities that begin within a day, for who comes. */
export async function eventsDue(ctx: Context): Promise<Due[]> {
  const now = ctx.now();
  const rows: {
    event_id: string;
    community_id: string;
    title: string;
    place: string;
    starts: Date;
    people: string[];
  }[] = await ctx.db.query(
    `select e.event_id, e.community_id, e.title, e.place, e.starts_at as starts,
         array(select a.person_id::text from event_answers a where a.event_id = e.event_id and a.state = 'coming') as people
       from community_events e where e.cancelled_at is null and e.starts_at between $1 and $2`,
    [now, new Date(now.getTime() + 86_400_000)],
  );
  return rows
    .filter(row => row.people.length > 0)
    .map(row => ({
      ...{ kind: 'event-due' as const, personIds: row.people, about: `${row.event_id}:${row.starts.getTime()}` },
      ...{ title: `Within a day: ${row.title}`, line: row.place, link: `/mentoring/communities/${row.community_id}` },
    }));
}
