import type { StoppingAims } from '#core/screening/stoppingReport';
import {
  irrelevantInARow,
  isRunLongEnough,
  mayStop,
  type ScreeningProgress,
  windowTest,
} from '#core/screening/stoppingRules';

/** What would have been, had screening ended after so many records. */
export interface Hindsight {
  readonly at: number;
  readonly found: number;
  /** Of what is known to be relevant by now, how much would have been missed. */
  readonly missed: number;
  /** What the statistical test and the run said at that moment. */
  readonly p: number;
  readonly run: number;
}

/**
 * What would have been known and missed, had screening ended after the first `at` records. Counts, and the p of the window
 * test as it was then (Callaghan & Müller-Hansen 2020, doi:10.1186/s13643-020-01521-4). It knows only what has been
 * screened since: what nobody has read yet it can't count. `at` lies between 0 and the number screened.
 */
export function hadStoppedAt(progress: ScreeningProgress, at: number, targetRecall: number): Hindsight {
  if (!Number.isInteger(at) || at < 0 || at > progress.screened.length) {
    throw new RangeError(`hadStoppedAt: ${at} is not among the ${progress.screened.length} records screened`);
  }
  const screened = progress.screened.slice(0, at);
  const found = screened.filter(Boolean).length;
  const { p } = windowTest({ records: progress.records, screened }, targetRecall);
  return { at, found, missed: progress.screened.filter(Boolean).length - found, p, run: irrelevantInARow(screened) };
}

/** After how many records each rule would first have let screening end; null where it never did. */
export interface FirstStops {
  readonly run: number | null;
  readonly test: number | null;
  /** The test was asked again after each so many records. */
  readonly testedEvery: number;
}

/** As a team does, the test is asked now and then and not after each record; so often at most. */
const MOST_TESTS = 60;

/** When each rule would first have been met on these records in their order. See `stoppingRules.ts` for the rules. */
export function firstStops({ records, screened }: ScreeningProgress, aims: StoppingAims): FirstStops {
  let inARow = 0;
  let run: number | null = null;
  for (const [place, isRelevant] of screened.entries()) {
    inARow = isRelevant ? 0 : inARow + 1;
    if (inARow < aims.irrelevantRun || !isRunLongEnough(screened.slice(0, place + 1), aims.irrelevantRun)) continue;
    run = place + 1;
    break;
  }
  const testedEvery = Math.max(1, Math.ceil(screened.length / MOST_TESTS));
  let test: number | null = null;
  for (let at = testedEvery; at <= screened.length && test === null; at += testedEvery) {
    const { p } = windowTest({ records, screened: screened.slice(0, at) }, aims.targetRecall);
    if (mayStop({ p }, aims.confidence)) test = at;
  }
  return { run, test, testedEvery };
}
