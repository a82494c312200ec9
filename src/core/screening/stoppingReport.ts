import type { Estimable } from '#core/estimable';
import { estimable, notEstimable } from '#core/estimable';
import { recallInterval } from '#core/screening/recallInterval';
import { recordsToTest, sampleNeeded } from '#core/screening/stoppingForecast';
import {
  irrelevantInARow,
  isRunLongEnough,
  mayStop,
  type RandomSample,
  type ScreeningProgress,
  windowTest,
} from '#core/screening/stoppingRules';

/** What the lead asks of the rules. Shares are between 0 and 1. */
export interface StoppingAims {
  readonly targetRecall: number;
  readonly confidence: number;
  readonly irrelevantRun: number;
}

export interface RecallNow {
  /** Relevant records that may be in all: found and left. */
  readonly most: number;
  readonly recall: number;
  readonly lower: number;
  readonly upper: number;
  /** One-sided. */
  readonly atLeast: number;
}

export interface StoppingReport {
  readonly found: number;
  readonly test: { readonly p: number; readonly isMet: boolean; readonly toGo: number };
  readonly run: { readonly length: number; readonly isMet: boolean; readonly toGo: number };
  readonly sample: { readonly isMet: boolean; readonly needed: number; readonly recall: Estimable<RecallNow> };
}

/**
 * Three stopping rules on the same data, each with how far it still is. A sample that is not read to its end says nothing.
 * Recall now = found now / (found before the sample + the pool's), with the exact interval of the pool: what was found
 * since the sample was drawn came out of that pool. Sources and references: `stoppingRules.ts`, `recallInterval.ts`.
 */
export function stoppingReport(
  progress: ScreeningProgress,
  sample: RandomSample | null,
  aims: StoppingAims,
): StoppingReport {
  const { targetRecall, confidence } = aims;
  const found = progress.screened.filter(Boolean).length;
  const { p } = windowTest(progress, targetRecall);
  const isMet = progress.records > 0 && mayStop({ p }, confidence);
  const length = irrelevantInARow(progress.screened);
  const left = progress.records - progress.screened.length;
  const recall = sample ? recallNow(sample, found, confidence) : notEstimable<RecallNow>('no-sample');
  return {
    found,
    test: { p, isMet, toGo: isMet ? 0 : recordsToTest(progress, targetRecall, confidence) },
    run: {
      length,
      isMet: isRunLongEnough(progress.screened, aims.irrelevantRun),
      toGo: Math.min(left, Math.max(0, aims.irrelevantRun - length)),
    },
    sample: {
      isMet: recall.estimable && recall.value.atLeast >= targetRecall,
      needed: sampleNeeded(found, left, targetRecall, confidence),
      recall,
    },
  };
}

function recallNow(sample: RandomSample, found: number, confidence: number): Estimable<RecallNow> {
  const before = recallInterval(sample, confidence);
  if (!before.estimable) return before;
  const { missed, missedInterval, recallAtLeast } = before.value;
  const share = (inPool: number) =>
    found === 0 ? 0 : Math.min(1, found / Math.max(found, sample.foundBefore + inPool));
  const mostOneSided = recallAtLeast > 0 ? sample.foundBefore / recallAtLeast - sample.foundBefore : missedInterval[1];
  return estimable({
    most: Math.max(found, sample.foundBefore + missedInterval[1]),
    recall: share(missed),
    lower: share(missedInterval[1]),
    upper: share(missedInterval[0]),
    atLeast: share(Math.round(mostOneSided)),
  });
}
