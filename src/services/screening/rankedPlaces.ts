import type { Stage } from '#core/vocabulary';
import type { Context } from '#services/context';

const SAMPLE_FROM = 500_000_000;
const RANKED_FROM = 1_000_000_000;
/** More than a turn holds: records of a later turn come after those of an earlier one, which a page may hold already. */
const PLACES_A_TURN = 1_000;
const REST_FROM = 1_000_000_000_000;

/**
 * Where a person meets an open record while their stage is ranked; null where it is not. Drawn samples come first, then
 * what the newest turn put first, then the rest as given. Decided records keep their place.
 */
export async function rankedPlaces(
  ctx: Context,
  mine: { readonly reviewId: string; readonly stage: Stage; readonly personId: string },
): Promise<((recordId: string, given: number) => number) | null> {
  const [turn]: { number: number | null; record_ids: string[] | null; sampled: string[] }[] = await ctx.db.query(
    `select turn.number, turn.record_ids,
       coalesce((select array_agg(drawn.record_id order by sample.drawn_at, drawn.place) from ranking_samples sample,
         unnest(sample.record_ids) with ordinality as drawn (record_id, place)
         where sample.review_id = ranking.review_id and sample.stage = ranking.stage), '{}') as sampled
     from rankings ranking
     left join lateral (select number, record_ids from ranking_turns
       where review_id = $1 and stage = $2 and person_id = $3 order by number desc limit 1) turn on true
     where ranking.review_id = $1 and ranking.stage = $2 and ranking.is_on`,
    [mine.reviewId, mine.stage, mine.personId],
  );
  if (!turn) return null;
  const places = new Map<string, number>();
  for (const [place, recordId] of (turn.record_ids ?? []).entries()) {
    places.set(recordId, RANKED_FROM + (turn.number ?? 0) * PLACES_A_TURN + place);
  }
  for (const [place, recordId] of turn.sampled.entries()) places.set(recordId, SAMPLE_FROM + place);
  return (recordId, given) => places.get(recordId) ?? REST_FROM + given;
}
