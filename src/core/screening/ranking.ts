import { type Explanation, explain } from '#core/screening/explain';
import type { RecordFeatures } from '#core/screening/features';
import { createLearner } from '#core/screening/learner';
import { RANKING_SETTINGS, type RankingSettings } from '#core/screening/rankingSettings';

/** A ranking of the records not yet screened, which learns from each decision. It proposes an order and never decides. */
export interface Ranking {
  readonly learn: (record: number, isIncluded: boolean) => void;
  readonly forget: (record: number) => void;
  readonly retrain: (epochs?: number) => void;
  /** The record to screen next, or null when all are screened. */
  readonly next: () => number | null;
  /** All unscreened records, the most promising first; or those asked for, whether screened or not. */
  readonly order: (among?: readonly number[]) => readonly number[];
  readonly score: (record: number) => number;
  /** The words that raise or lower a record, `most` on each side. */
  readonly explain: (record: number, most?: number) => Explanation;
}

export function createRanking(
  features: RecordFeatures,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): Ranking {
  const learner = createLearner(features, seed, settings);
  const comesLast = (record: number) =>
    learner.includes() < settings.includesBeforeTitleOnly && features.isTitleOnly[record] === 1;
  return {
    learn: learner.learn,
    forget: learner.forget,
    retrain: learner.retrain,
    score: learner.score,
    explain: (record, most) => explain(features, learner.weights, record, most),
    next: () => {
      let best: number | null = null;
      let highest = Number.NEGATIVE_INFINITY;
      let isBestLast = true;
      for (let record = 0; record < features.records; record++) {
        if (learner.isScreened(record)) continue;
        const isLast = comesLast(record);
        if (isLast && !isBestLast) continue;
        const score = learner.score(record);
        if (best !== null && isLast === isBestLast && score <= highest) continue;
        best = record;
        highest = score;
        isBestLast = isLast;
      }
      return best;
    },
    order: among => {
      const scored: { record: number; score: number; isLast: boolean }[] = [];
      const add = (record: number) => scored.push({ record, score: learner.score(record), isLast: comesLast(record) });
      if (among) for (const record of among) add(record);
      else for (let record = 0; record < features.records; record++) if (!learner.isScreened(record)) add(record);
      scored.sort(
        (one, other) =>
          Number(one.isLast) - Number(other.isLast) || other.score - one.score || one.record - other.record,
      );
      return scored.map(({ record }) => record);
    },
  };
}
