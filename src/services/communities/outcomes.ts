import { type Counted, lastMonths, protectedCount } from '#core/mentoring/outcomeNumbers';
import { csvText } from '#core/reporting/csvText';
import { LEAST_PEOPLE, whyNotSeeOutcomes } from '#policies/communities';
import { insist } from '#policies/refusal';
import { membersOf, standInCommunity } from '#services/communities/loadCommunity';
import type { Actor, Context } from '#services/context';

const MONTHS = 12;

interface MonthRow {
  readonly month: string;
  readonly count: number;
  readonly people: number;
}

/**
 * What a community brought about in a year: numbers of the members who let their work count, none about fewer than five
 * people, and never a word of a note. For the core team and the committee alone.
 */
export async function readOutcomes(ctx: Context, actor: Actor, communityId: string) {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotSeeOutcomes(place));
  const members = (await membersOf(ctx, communityId)).filter(one => one.isCounted && one.part !== 'committee');
  const people = members.map(one => one.personId);
  const months = lastMonths(ctx.now().toISOString().slice(0, 10), MONTHS);
  const shown = (one: Counted | undefined) => protectedCount(one ?? { count: 0, people: 0 }, LEAST_PEOPLE);
  const projects = await projectMonths(ctx, people, months);
  const checkIns = await checkInMonths(ctx, people, months);
  const [year, held, due] = [ctx.now().getUTCFullYear(), sumOf(checkIns.held), sumOf(checkIns.due)];
  const publications = await publicationYears(ctx, people, year);
  const mentees = members.filter(one => one.part === 'mentee').map(one => one.personId);
  const [withMentor]: { count: number }[] = await ctx.db.query(
    "select count(distinct mentee_id)::int as count from mentorships where state = 'active' and mentee_id = any($1)",
    [mentees],
  );
  const [withLetter]: { count: number }[] = await ctx.db.query(
    `select count(distinct seat.person_id)::int as count from memberships seat join projects project using (project_id)
     where seat.person_id = any($1) and project.letter in ('possible', 'planned')`,
    [mentees],
  );
  const all = protectedCount({ count: mentees.length, people: mentees.length }, LEAST_PEOPLE);
  return {
    name: community.name,
    until: ctx.now(),
    leastPeople: LEAST_PEOPLE,
    counted: people.length,
    projects: {
      now: shown(projects.get(months.at(-1) ?? '')),
      months: months.map(month => ({ month, count: shown(projects.get(month)) })),
    },
    publications: {
      lastYear: shown(publications.get(String(year))),
      years: [year - 2, year - 1, year].map(one => ({ year: one, count: shown(publications.get(String(one))) })),
    },
    checkIns: {
      kept: protectedCount({ count: held.count, people: checkIns.people }, LEAST_PEOPLE),
      due: protectedCount({ count: due.count, people: checkIns.people }, LEAST_PEOPLE),
      months: months.map(month => {
        const of = checkIns.due.get(month);
        // Both by the people behind what was due: else a month of none kept would be told by its absence.
        const kept = { count: checkIns.held.get(month)?.count ?? 0, people: of?.people ?? 0 };
        return { month, kept: shown(kept), due: shown(of) };
      }),
    },
    mentees: {
      all,
      withMentor: all === null ? null : (withMentor?.count ?? 0),
      withLetter: all === null ? null : (withLetter?.count ?? 0),
    },
  };
}

function sumOf(rows: ReadonlyMap<string, Counted>): { count: number } {
  return { count: [...rows.values()].reduce((sum, one) => sum + one.count, 0) };
}

function byMonth(rows: readonly MonthRow[]): Map<string, Counted> {
  return new Map(rows.map(({ month, count, people }) => [month, { count, people }]));
}

/** Projects in which a member had a seat in a month. */
async function projectMonths(ctx: Context, people: readonly string[], months: readonly string[]) {
  const rows: MonthRow[] = await ctx.db.query(
    `select month, count(distinct project_id)::int as count, count(distinct person_id)::int as people
     from unnest($2::text[]) month
     join memberships seat on seat.person_id = any($1)
       and to_char(seat.joined_at at time zone 'UTC', 'YYYY-MM') <= month
       and (seat.left_at is null or to_char(seat.left_at at time zone 'UTC', 'YYYY-MM') >= month)
     group by month`,
    [people, months],
  );
  return byMonth(rows);
}

/** Publications by year, each counted once however many members wrote it; the people are those with any publication. */
async function publicationYears(ctx: Context, people: readonly string[], year: number) {
  const rows: MonthRow[] = await ctx.db.query(
    `select year::text as month, count(distinct coalesce('pmid ' || pmid, 'doi ' || lower(doi), lower(title)))::int as count,
       count(distinct person_id)::int as people
     from claimed_publications where state = 'claimed' and person_id = any($1) and year between $2 and $3 group by year`,
    [people, year - 2, year],
  );
  return byMonth(rows);
}

/** Check-ins of counted mentees whose day has come: kept, and due (kept or missed, or nobody has said). */
async function checkInMonths(ctx: Context, people: readonly string[], months: readonly string[]) {
  const rows: (MonthRow & { held: number; held_people: number })[] = await ctx.db.query(
    `select to_char(meeting.on_day, 'YYYY-MM') as month, count(*)::int as count,
       count(distinct pair.mentee_id)::int as people,
       count(*) filter (where meeting.state = 'held')::int as held
     from check_ins meeting join mentorships pair using (mentorship_id)
     where pair.mentee_id = any($1) and to_char(meeting.on_day, 'YYYY-MM') = any($2)
       and (meeting.state <> 'planned' or meeting.on_day < $3)
     group by 1`,
    [people, months, ctx.now().toISOString().slice(0, 10)],
  );
  const [all]: { people: number }[] = await ctx.db.query(
    `select count(distinct pair.mentee_id)::int as people from check_ins meeting join mentorships pair using (mentorship_id)
     where pair.mentee_id = any($1) and to_char(meeting.on_day, 'YYYY-MM') = any($2)
       and (meeting.state <> 'planned' or meeting.on_day < $3)`,
    [people, months, ctx.now().toISOString().slice(0, 10)],
  );
  return {
    people: all?.people ?? 0,
    due: byMonth(rows),
    held: new Map(rows.map(row => [row.month, { count: row.held, people: row.people }])),
  };
}

/** The same as a table: what is not shown is said in words, so that nobody takes it for none. */
export async function outcomesAsCsv(ctx: Context, actor: Actor, communityId: string): Promise<string> {
  const found = await readOutcomes(ctx, actor, communityId);
  const said = (count: number | null) => (count === null ? `about fewer than ${LEAST_PEOPLE} people` : String(count));
  return csvText([
    ['what', 'when', 'number'],
    ['members whose work counts', found.until.toISOString().slice(0, 10), String(found.counted)],
    ...found.projects.months.map(one => ['projects running', one.month, said(one.count)]),
    ...found.publications.years.map(one => ['publications', String(one.year), said(one.count)]),
    ...found.checkIns.months.flatMap(one => [
      ['check-ins kept', one.month, said(one.kept)],
      ['check-ins due', one.month, said(one.due)],
    ]),
    ['check-ins kept', 'twelve months', said(found.checkIns.kept)],
    ['check-ins due', 'twelve months', said(found.checkIns.due)],
    ['mentees', 'now', said(found.mentees.all)],
    ['mentees with a mentor', 'now', said(found.mentees.withMentor)],
    ['mentees with work that a letter may come of', 'now', said(found.mentees.withLetter)],
  ]);
}
