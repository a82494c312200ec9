import type { Ranking } from '#entities/Ranking';
import type { Context } from '#services/context';

/** Somebody who has open records, how many, and the order that they had last. */
export interface LastTurn {
  readonly personId: string;
  readonly open: number;
  /** How many of the records that came first in the last order are still open. */
  readonly ready: number;
  readonly turnId: string | null;
  readonly number: number | null;
  readonly basis: string | null;
  readonly openCount: number | null;
  readonly rankedAt: Date | null;
  readonly rankingSetAt: Date | null;
}

const IS_OPEN = `given.review_id = $1 and given.stage = $2 and given.withdrawn_at is null
  and not exists (select 1 from screening_decisions decision where decision.review_id = given.review_id
    and decision.stage = given.stage and decision.record_id = given.record_id
    and decision.person_id = given.person_id)`;

/** Everybody who has open records at a stage, or those of these people who have. */
export async function lastTurns(
  ctx: Context,
  { reviewId, stage }: Ranking,
  whom: readonly string[] | null,
): Promise<LastTurn[]> {
  return ctx.db.query(
    `select work.person_id as "personId", work.open, turn.turn_id as "turnId", turn.number, turn.basis,
       turn.open_count as "openCount", turn.ranked_at as "rankedAt", turn.ranking_set_at as "rankingSetAt",
       (select count(*)::int from unnest(turn.record_ids) as first (record_id)
         where exists (select 1 from screening_assignments given
           where given.person_id = work.person_id and given.record_id = first.record_id and ${IS_OPEN})) as ready
     from (select given.person_id, count(*)::int as open from screening_assignments given
       where ${IS_OPEN} and ($3::uuid[] is null or given.person_id = any($3)) group by given.person_id) work
     left join lateral (select * from ranking_turns where review_id = $1 and stage = $2
       and person_id = work.person_id order by number desc limit 1) turn on true
     order by work.person_id`,
    [reviewId, stage, whom],
  );
}

/** The open records of these people, in the order in which they were given. */
export async function openWork(
  ctx: Context,
  { reviewId, stage }: Ranking,
  personIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const rows: { person_id: string; open: string[] }[] = await ctx.db.query(
    `select given.person_id, array_agg(given.record_id order by given.position, given.assignment_id) as open
     from screening_assignments given where ${IS_OPEN} and given.person_id = any($3) group by given.person_id`,
    [reviewId, stage, personIds],
  );
  return new Map(rows.map(row => [row.person_id, row.open]));
}
