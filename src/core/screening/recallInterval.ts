import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { hypergeometricAtLeast, hypergeometricAtMost } from '#core/screening/hypergeometric';
import type { RandomSample } from '#core/screening/stoppingRules';

export interface RecallEstimate {
  /** Relevant records expected among those unscreened before the sample. */
  readonly missed: number;
  readonly missedInterval: readonly [lower: number, upper: number];
  /** Share found before the sample. */
  readonly recall: number;
  readonly recallInterval: readonly [lower: number, upper: number];
  /** One-sided lower bound at the same confidence. */
  readonly recallAtLeast: number;
}

/**
 * Recall reached before a random sample of the unscreened records was looked at, with an exact interval.
 *
 * The pool may hold every number of relevant records under which the sample is not too surprising: at most so few, and
 * at least so many, each with a chance above half of 1 − confidence (hypergeometric). Recall = found / (found + missed).
 * Not estimable without a sample, or when nothing relevant was found at all.
 * Agrees with stopping_extra.json to six decimals.
 */
export function recallInterval(sample: RandomSample, confidence = 0.95): Estimable<RecallEstimate> {
  const { foundBefore, pool, drawn, relevantDrawn } = sample;
  if (drawn > pool || relevantDrawn > drawn) throw new RangeError('recallInterval: the sample is larger than its pool');
  if (drawn === 0) return notEstimable('no-sample');
  if (foundBefore + relevantDrawn === 0) return notEstimable('nothing-relevant-found');
  const tail = (1 - confidence) / 2;
  const upper = mostRelevant(sample, tail);
  const lower = fewestRelevant(sample, tail);
  const recallWith = (missed: number) => (foundBefore === 0 ? 0 : foundBefore / (foundBefore + missed));
  const missed = (pool * relevantDrawn) / drawn;
  return estimable({
    missed,
    missedInterval: [lower, upper],
    recall: recallWith(missed),
    recallInterval: [recallWith(upper), recallWith(lower)],
    recallAtLeast: recallWith(mostRelevant(sample, 1 - confidence)),
  });
}

/** The largest number in the pool under which so few in the sample still have a chance above `tail` (halving). */
function mostRelevant({ pool, drawn, relevantDrawn }: RandomSample, tail: number): number {
  let possible = relevantDrawn;
  let tooMany = pool - (drawn - relevantDrawn) + 1;
  while (tooMany - possible > 1) {
    const middle = Math.floor((possible + tooMany) / 2);
    if (hypergeometricAtMost(relevantDrawn, pool, middle, drawn) > tail) possible = middle;
    else tooMany = middle;
  }
  return possible;
}

/** The smallest number in the pool under which so many in the sample have a chance above `tail` (halving). */
function fewestRelevant({ pool, drawn, relevantDrawn }: RandomSample, tail: number): number {
  let tooFew = relevantDrawn - 1;
  let possible = pool - (drawn - relevantDrawn);
  while (possible - tooFew > 1) {
    const middle = Math.floor((possible + tooFew) / 2);
    if (hypergeometricAtLeast(relevantDrawn, pool, middle, drawn) > tail) possible = middle;
    else tooFew = middle;
  }
  return possible;
}
