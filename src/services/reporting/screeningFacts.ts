import type { StageFact } from '#core/reporting/manuscript/facts';
import { STAGES, type Stage } from '#core/vocabulary';
import { Ranking } from '#entities/Ranking';
import { ScreeningStop } from '#entities/ScreeningStop';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { readAgreement } from '#services/screening/readAgreement';
import { loadOutcome } from '#services/screening/readRanking';

/** How each stage was screened, as the Methods tell it. For those who may see the flow. */
export async function loadScreeningFacts(ctx: Context, actor: Actor, viewer: ReviewStanding): Promise<StageFact[]> {
  const facts: StageFact[] = [];
  for (const stage of STAGES) facts.push(await factOf(ctx, actor, viewer, stage));
  return facts;
}

async function factOf(ctx: Context, actor: Actor, viewer: ReviewStanding, stage: Stage): Promise<StageFact> {
  const key = { reviewId: viewer.reviewId, stage };
  const [counts]: { screeners: number; settled: number; piloted: number }[] = await ctx.db.query(
    `select (select count(distinct person_id)::int from screening_decisions where review_id = $1 and stage = $2) as screeners,
       (select count(*)::int from adjudications where review_id = $1 and stage = $2) as settled,
       (select coalesce(sum(cardinality(record_ids)), 0)::int from pilot_rounds where review_id = $1 and stage = $2) as piloted`,
    [viewer.reviewId, stage],
  );
  const agreement = await readAgreement(ctx, actor, key);
  const { value, lower, upper } = agreement.kappa;
  const stop = await ctx.db.findOneBy(ScreeningStop, key);
  const ranking = await ctx.db.findOneBy(Ranking, key);
  const isRanked = ranking?.isOn === true && !stop;
  return {
    stage,
    mode: viewer.rules[stage].mode,
    sharePercent: viewer.rules[stage].sharePercent,
    screeners: counts?.screeners ?? 0,
    settledByOthers: counts?.settled ?? 0,
    kappa: value === null || lower === null || upper === null ? null : { value, lower, upper },
    recordsOfKappa: agreement.records,
    pilotRecords: counts?.piloted ?? 0,
    ranking: isRanked ? (await loadOutcome(ctx, viewer, key, ranking)).outcome.methods : null,
    stop: stop?.methods ?? null,
  };
}
