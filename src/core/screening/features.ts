import { LATENT_STARTS_AT, type Latent, latentSteps } from '#core/screening/latent';
import { RANKING_SETTINGS, type RankingSettings } from '#core/screening/rankingSettings';
import { type RankableRecord, termCounter } from '#core/screening/termCounts';
import { type WeightedRows, weighTerms } from '#core/screening/termWeights';

/**
 * What the learner knows of the records: for each a row of weighted terms, and a short latent vector. The row after the
 * last record is the question (empty without one). Numbers of records are their positions in what was given.
 */
export interface RecordFeatures extends WeightedRows, Latent {
  readonly records: number;
  readonly hasQuestion: boolean;
  /** Squared length of the whole row, own terms with it. */
  readonly squaredLength: Float32Array;
  readonly isTitleOnly: Uint8Array;
}

/** Shorter than this an abstract is none: "No abstract available." */
const SHORTEST_ABSTRACT = 20;
const RECORDS_A_SLICE = 250;

/**
 * Features of all records at once. See `featureSteps`.
 */
export function buildFeatures(
  records: readonly RankableRecord[],
  question: string,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): RecordFeatures {
  const steps = featureSteps(records, question, seed, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Builds features in slices: each step yields the share done, so that whoever drives it can breathe in between.
 *
 * TF-IDF of the title (counted twice) and the abstract, and a latent part by truncated singular value decomposition.
 * The question is weighed with the records' frequencies and not counted among them.
 * Works on texts alone and sees no decision. The same records, question and seed give the same features.
 */
export function* featureSteps(
  records: readonly RankableRecord[],
  question: string,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): Generator<number, RecordFeatures> {
  const counter = termCounter(settings.titleRepeats);
  for (const [index, record] of records.entries()) {
    counter.add(record);
    if (index % RECORDS_A_SLICE === RECORDS_A_SLICE - 1) yield (0.3 * index) / records.length;
  }
  const rows = weighTerms(counter.finish(), question, records.length, settings);
  yield LATENT_STARTS_AT;
  const latent = yield* latentSteps(rows, records.length, seed, settings);
  return {
    ...rows,
    ...latent,
    records: records.length,
    hasQuestion: (rows.rowStart[records.length + 1] ?? 0) > (rows.rowStart[records.length] ?? 0),
    squaredLength: squaredLengths(rows, latent.latent, latent.latentSize),
    isTitleOnly: Uint8Array.from(records, record => (record.abstract.trim().length < SHORTEST_ABSTRACT ? 1 : 0)),
  };
}

function squaredLengths(rows: WeightedRows, latent: Float32Array, size: number): Float32Array {
  const lengths = Float32Array.from(rows.ownMass);
  for (let row = 0; row < lengths.length; row++) {
    let squares = lengths[row] ?? 0;
    for (let at = rows.rowStart[row] ?? 0; at < (rows.rowStart[row + 1] ?? 0); at++)
      squares += (rows.weights[at] ?? 0) ** 2;
    for (let at = row * size; at < (row + 1) * size; at++) squares += (latent[at] ?? 0) ** 2;
    lengths[row] = squares;
  }
  return lengths;
}
