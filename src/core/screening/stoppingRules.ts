import { hypergeometricAtMost } from '#core/screening/hypergeometric';

/** What retrospective rules know: how many records there are, and what the screened ones were, in their order. */
export interface ScreeningProgress {
  readonly records: number;
  /** For each screened record, in the order of screening, whether it was relevant. */
  readonly screened: readonly boolean[];
}

export interface WindowTest {
  /** The smallest chance, over all windows, of finding so little if the target recall were missed. */
  readonly p: number;
  /** The first window that reaches it: the last so many screened records. */
  readonly window: number;
  readonly relevantInWindow: number;
  readonly urn: number;
  /** The fewest relevant records that the urn must have held if the target is missed. */
  readonly relevantIfMissed: number;
}

/** Whether a recall below the target is implausible: p below 1 − confidence. */
export function mayStop(test: { readonly p: number }, confidence = 0.95): boolean {
  return test.p < 1 - confidence;
}

/**
 * Hypergeometric stopping test over all windows of the last screened records (Callaghan & Müller-Hansen 2020,
 * doi:10.1186/s13643-020-01521-4).
 *
 * It treats each window as a random draw from the records left before it. A good ranking finds more than a random draw,
 * which makes it careful; looking at all windows, and again after each record, is not corrected for.
 * Takes the target recall, above 0 and up to 1. p is 1, with an empty window, while nothing is screened, and 0 when all is.
 * Agrees with buscarpy and R's phyper to a relative 1e-9 (stopping_vectors.json).
 */
export function windowTest(progress: ScreeningProgress, targetRecall: number): WindowTest {
  refuseRecall(targetRecall);
  const { records, screened } = progress;
  if (screened.length > records) throw new RangeError('windowTest: more records screened than there are');
  const found = screened.filter(Boolean).length;
  let best: WindowTest = { p: 1, window: 0, relevantInWindow: 0, urn: records, relevantIfMissed: 0 };
  let relevantInWindow = 0;
  for (let window = 1; window <= screened.length; window++) {
    if (screened[screened.length - window]) relevantInWindow++;
    const urn = records - (screened.length - window);
    const relevantIfMissed = Math.floor(found / targetRecall - (found - relevantInWindow) + 1);
    const p = relevantIfMissed > urn ? 0 : hypergeometricAtMost(relevantInWindow, urn, relevantIfMissed, window);
    if (p < best.p) best = { p, window, relevantInWindow, urn, relevantIfMissed };
  }
  return best;
}

export interface RandomSample {
  /** Relevant records found before the sample. */
  readonly foundBefore: number;
  /** Unscreened records when the sampling began. */
  readonly pool: number;
  readonly drawn: number;
  readonly relevantDrawn: number;
}

export interface SampleTest {
  readonly p: number;
  readonly relevantIfMissed: number;
}

/**
 * The same test on records drawn at random from those left: here the randomness is real, so that p is valid for a sample
 * size fixed beforehand. Agrees with R's phyper to a relative 1e-9 (stopping_extra.json).
 */
export function sampleTest(sample: RandomSample, targetRecall: number): SampleTest {
  refuseRecall(targetRecall);
  const { foundBefore, pool, drawn, relevantDrawn } = sample;
  const relevantIfMissed = Math.floor((foundBefore + relevantDrawn) / targetRecall - foundBefore + 1);
  const p = relevantIfMissed > pool ? 0 : hypergeometricAtMost(relevantDrawn, pool, relevantIfMissed, drawn);
  return { p, relevantIfMissed };
}

function refuseRecall(targetRecall: number): void {
  if (!(targetRecall > 0 && targetRecall <= 1)) {
    throw new RangeError(`stopping rules: a target recall lies above 0 and up to 1, not ${targetRecall}`);
  }
}

/** How many records in a row, up to the last one screened, were irrelevant. */
export function irrelevantInARow(screened: readonly boolean[]): number {
  const lastRelevant = screened.lastIndexOf(true);
  return screened.length - 1 - lastRelevant;
}

/**
 * The plain rule: more than `length` records are screened and the last `length` were all irrelevant. No guarantee; it
 * fails when relevant records are rare.
 */
export function isRunLongEnough(screened: readonly boolean[], length: number): boolean {
  return screened.length > length && irrelevantInARow(screened) >= length;
}

/** A fixed minimum, as in the SAFE procedure (doi:10.1186/s13643-024-02502-7): at least this share is screened. */
export function isShareScreened(progress: ScreeningProgress, share: number): boolean {
  return progress.records > 0 && progress.screened.length / progress.records >= share;
}
