import type { ScreeningProgress } from '#core/screening/stoppingRules';
import { mayStop, sampleTest, windowTest } from '#core/screening/stoppingRules';

/**
 * How many more records the window test asks for if none of them turns out relevant; 0 when it is satisfied already, and
 * all that are left at most, for then nothing is left to miss. Found by halving: p falls as irrelevant records follow.
 * Takes the target recall and the confidence as shares. A forecast of the rule (Callaghan & Müller-Hansen 2020,
 * doi:10.1186/s13643-020-01521-4), not of the records.
 */
export function recordsToTest(progress: ScreeningProgress, targetRecall: number, confidence: number): number {
  const left = progress.records - progress.screened.length;
  const holdsAfter = (more: number) =>
    mayStop(
      windowTest(
        { records: progress.records, screened: [...progress.screened, ...Array<boolean>(more).fill(false)] },
        targetRecall,
      ),
      confidence,
    );
  return smallest(left, holdsAfter);
}

/**
 * How many records drawn at random, all irrelevant, would show the target recall at this confidence (hypergeometric);
 * the whole pool at most. Takes what was found and the number unscreened. Agrees with R's phyper through `sampleTest`.
 */
export function sampleNeeded(foundBefore: number, pool: number, targetRecall: number, confidence: number): number {
  return smallest(pool, drawn =>
    mayStop(sampleTest({ foundBefore, pool, drawn, relevantDrawn: 0 }, targetRecall), confidence),
  );
}

/** The smallest number up to `most` for which it holds; `most` where it holds for none. */
function smallest(most: number, holds: (number: number) => boolean): number {
  let tooFew = -1;
  let enough = most;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (holds(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
