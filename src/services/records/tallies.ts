import { modeOfRecord } from '#core/screening/secondScreener';
import type { Standing } from '#core/screening/standing';
import { EMPTY_TALLY, standingOfTally } from '#core/screening/tally';
import type { Stage, Verdict } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';

/**
 * Stored tallies of decisions, read. They tell what others chose: ask `policies/visibility` before any of these, and show
 * only what it allows.
 */
export interface TallyKinds {
  /** Tallies that say the same of every record that has them. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Records whose tally says one thing of a record with one screener and another of one with two. */
  readonly byRecord: ReadonlyMap<string, Verdict>;
}

/** All tallies that there are at a stage, each with the verdict that it comes to. */
export async function loadTallyKinds(ctx: Context, viewer: ReviewStanding, stage: Stage): Promise<TallyKinds> {
  const verdicts = new Map<string, Verdict>();
  const mixed: string[] = [];
  for (const tally of await talliesThere(ctx, viewer.reviewId, stage)) {
    const both = { single: standingOfTally(tally, stage, 'single'), double: standingOfTally(tally, stage, 'double') };
    const { mode } = viewer.rules[stage];
    if (mode !== 'share') verdicts.set(tally, both[mode].verdict);
    else if (both.single.verdict === both.double.verdict) verdicts.set(tally, both.single.verdict);
    else mixed.push(tally);
  }
  return { verdicts, byRecord: await verdictsOfMixed(ctx, viewer, stage, mixed) };
}

/** The standings of these records at a stage; one on which nothing is known is pending. */
export async function loadStandings(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds: readonly string[],
): Promise<Map<string, Standing>> {
  const rows: { record_id: string; tally: string }[] = await ctx.db.query(
    'select record_id, tally from record_tallies where review_id = $1 and stage = $2 and record_id = any($3)',
    [viewer.reviewId, stage, recordIds],
  );
  const tallies = new Map(rows.map(row => [row.record_id, row.tally]));
  const rule = viewer.rules[stage];
  return new Map(
    recordIds.map(recordId => [
      recordId,
      standingOfTally(tallies.get(recordId) ?? EMPTY_TALLY, stage, modeOfRecord(rule, recordId)),
    ]),
  );
}

/** Leaps along the index from each tally to the next: dozens of steps, however many records. */
async function talliesThere(ctx: Context, reviewId: string, stage: Stage): Promise<string[]> {
  const next = (than: string) =>
    `(select tally from record_tallies where review_id = $1 and stage = $2 ${than} order by tally limit 1)`;
  const rows: { tally: string }[] = await ctx.db.query(
    `with recursive kinds as (select ${next('')} as tally
       union all select ${next('and tally > kinds.tally')} from kinds where kinds.tally is not null)
     select tally from kinds where tally is not null`,
    [reviewId, stage],
  );
  return rows.map(row => row.tally);
}

async function verdictsOfMixed(ctx: Context, viewer: ReviewStanding, stage: Stage, tallies: readonly string[]) {
  if (tallies.length === 0) return new Map<string, Verdict>();
  const rows: { record_id: string; tally: string }[] = await ctx.db.query(
    'select record_id, tally from record_tallies where review_id = $1 and stage = $2 and tally = any($3)',
    [viewer.reviewId, stage, tallies],
  );
  const rule = viewer.rules[stage];
  return new Map(
    rows.map(({ record_id: recordId, tally }) => [
      recordId,
      standingOfTally(tally, stage, modeOfRecord(rule, recordId)).verdict,
    ]),
  );
}
