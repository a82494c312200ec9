import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';

export interface Pace {
  /** The middle time between two decisions, breaks of ten minutes and more left out; null before five are known. */
  readonly secondsPerRecord: number | null;
  /** Decisions a day, over the last seven days, or since the first decision where that is less long ago. */
  readonly perDay: number;
}

/** By person; under null that of the whole team. */
export type Paces = ReadonlyMap<string | null, Pace>;

const GAPS_NEEDED = 4;

/** How fast people decide. Counts decisions and the time between them; shows none. */
export async function pacesAt(ctx: Context, key: StageKey): Promise<Paces> {
  const rows: { person_id: string | null; gaps: number; seconds: number | null; last_week: number; days: number }[] =
    await ctx.db.query(
      `select person_id, count(gap)::int as gaps, percentile_cont(0.5) within group (order by gap)::float8 as seconds,
         count(*) filter (where decided_at > $3::timestamptz - interval '7 days')::int as last_week,
         least(7, greatest(1, ceil(extract(epoch from $3::timestamptz - min(decided_at)) / 86400)))::int as days
       from (select person_id, decided_at, case when since < 600 then since end as gap
         from (select person_id, decided_at, extract(epoch from decided_at
             - lag(decided_at) over (partition by person_id order by decided_at)) as since
           from screening_decisions where review_id = $1 and stage = $2) timed) gaps
       group by grouping sets ((person_id), ())`,
      [key.reviewId, key.stage, ctx.now()],
    );
  return new Map(
    rows.map(row => [
      row.person_id,
      {
        secondsPerRecord: row.gaps >= GAPS_NEEDED && row.seconds !== null ? Math.max(1, row.seconds) : null,
        perDay: Math.round((row.last_week / row.days) * 10) / 10,
      },
    ]),
  );
}
