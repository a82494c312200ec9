import { bestFirst } from '#core/screening/bestFirst';
import { type Explain, type Explanation, explainer } from '#core/screening/explainer';
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
  /** All unscreened records, the most promising first; or those asked for, whether screened or not; or the first of them. */
  readonly order: (among?: readonly number[], most?: number) => readonly number[];
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
  const unscreened = () => {
    const left: number[] = [];
    for (let record = 0; record < features.records; record++) if (!learner.isScreened(record)) left.push(record);
    return left;
  };
  /** Stands until the weights change. */
  let explain: Explain | null = null;
  return {
    learn: learner.learn,
    forget: record => {
      explain = null;
      learner.forget(record);
    },
    retrain: epochs => {
      explain = null;
      learner.retrain(epochs);
    },
    score: learner.score,
    explain: (record, most) => {
      explain ??= explainer(features, learner.weights);
      return explain(record, most);
    },
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
    order: (among, most) => {
      const scores = new Float64Array(features.records);
      const candidates = among ?? unscreened();
      for (const record of candidates) scores[record] = learner.score(record);
      const comesBefore = (one: number, other: number) => {
        const isOneLast = comesLast(one);
        if (isOneLast !== comesLast(other)) return !isOneLast;
        const difference = (scores[one] as number) - (scores[other] as number); // both are records
        return difference === 0 ? one < other : difference > 0;
      };
      return bestFirst(candidates, most ?? candidates.length, comesBefore);
    },
  };
}
