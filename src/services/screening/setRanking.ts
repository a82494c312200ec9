import type { LessonSource, StoppingRule } from '#core/vocabulary';
import { Ranking } from '#entities/Ranking';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { standInReview } from '#services/standing';

export interface RankingSettings {
  readonly isOn: boolean;
  readonly learnsFrom: LessonSource;
  readonly seed: number;
  readonly stoppingRule: StoppingRule;
  readonly targetRecall: number;
  readonly confidence: number;
  readonly irrelevantRun: number;
}

/** What holds before a lead has chosen anything. */
export const UNRANKED: RankingSettings = {
  ...{ isOn: false, learnsFrom: 'own', seed: 1, stoppingRule: 'test' },
  ...{ targetRecall: 0.95, confidence: 0.95, irrelevantRun: 100 },
};

/** Switches the ranking of a stage on or off, and says what it learns from and by which rule screening may end. */
export async function setRanking(ctx: Context, actor: Actor, key: StageKey, input: RankingSettings): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'assign'));
  const settings: RankingSettings = {
    ...{ isOn: input.isOn, learnsFrom: input.learnsFrom, seed: input.seed, stoppingRule: input.stoppingRule },
    ...{ targetRecall: input.targetRecall, confidence: input.confidence, irrelevantRun: input.irrelevantRun },
  };
  await perform(ctx, actor, 'set-ranking', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('rank'), hashtext($1))", [`${key.reviewId} ${key.stage}`]);
    const at = { reviewId: key.reviewId, stage: key.stage };
    const before = await tx.db.findOneBy(Ranking, at);
    const fields = Object.entries(settings).filter(([field, value]) => before?.[field as keyof Ranking] !== value); // fields of both
    if (before && fields.length === 0) return tx.changedNothing();
    const isOrderAnew = !before || fields.some(([field]) => ['isOn', 'learnsFrom', 'seed'].includes(field));
    const changed = { changedBy: actor.personId, changedAt: isOrderAnew ? tx.now() : before.changedAt };
    await tx.db.upsert(Ranking, { ...at, ...settings, ...changed, seenEventId: null }, ['reviewId', 'stage']);
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'review',
      subjectId: key.reviewId,
      facts: { stage: key.stage, ...settings },
    });
  });
}
