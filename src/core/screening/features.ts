import { type Latent, latentSteps } from '#core/screening/latent';
import { RANKING_SETTINGS, type RankingSettings } from '#core/screening/rankingSettings';
import { type RankableRecord, termCounter } from '#core/screening/termCounts';
import { type WeightedRows, weighTerms } from '#core/screening/termWeights';

/**
 * What the learner knows of the records: for each a row of weighted terms, and a short latent vector. The row after the
 * last record is the question, and what nearly every review looks for. Numbers of records are their positions in what was given.
 */
export interface RecordFeatures extends WeightedRows, Latent {
  readonly records: number;
  /** Whether the question's row has any weight. */
  readonly hasQuestion: boolean;
  /** Squared length of the whole row, own terms with it. */
  readonly squaredLength: Float32Array;
  readonly isTitleOnly: Uint8Array;
}

/** Shorter than this an abstract is none: "No abstract available." */
const SHORTEST_ABSTRACT = 20;
const RECORDS_A_SLICE = 500;
/** Shares of all work that are done after the texts are read, and after their words are weighed. */
const READ = 0.4;
const WEIGHED = 0.5;

/** Takes records in, in any number of portions, and makes features of all of them when they are there. */
export interface FeatureBuilder {
  readonly add: (record: RankableRecord) => void;
  /** Yields the share done, so that whoever drives it can breathe in between. */
  readonly finish: () => Generator<number, RecordFeatures>;
}

/**
 * Features of so many records: TF-IDF of the title (counted twice), the abstract and the keywords, and a latent part by
 * truncated singular value decomposition. The question is weighed with the records' frequencies and not counted among them.
 * Works on texts alone and sees no decision. The same records, question and seed give the same features. Texts are not kept.
 */
export function featureBuilder(
  records: number,
  question: string,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): FeatureBuilder {
  const counter = termCounter(settings.titleRepeats, records);
  const isTitleOnly = new Uint8Array(records);
  let row = 0;
  return {
    add: record => {
      counter.add(record);
      isTitleOnly[row++] = record.abstract.trim().length < SHORTEST_ABSTRACT ? 1 : 0;
    },
    finish: function* () {
      const rows = yield* further(weighTerms(counter.finish(), question, records, settings), READ, WEIGHED);
      const latent = yield* further(latentSteps(rows, records, seed, settings), WEIGHED, 1);
      return {
        ...rows,
        ...latent,
        records,
        hasQuestion: (rows.rowStart[records + 1] as number) > (rows.rowStart[records] as number), // a start after each row
        squaredLength: squaredLengths(rows, latent.latent, latent.latentSize),
        isTitleOnly,
      };
    },
  };
}

/** Features of all records at once. See `featureBuilder`. */
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

/** Builds the features of all records in slices. See `featureBuilder`. */
export function* featureSteps(
  records: readonly RankableRecord[],
  question: string,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): Generator<number, RecordFeatures> {
  const builder = featureBuilder(records.length, question, seed, settings);
  for (const [index, record] of records.entries()) {
    builder.add(record);
    if (index % RECORDS_A_SLICE === RECORDS_A_SLICE - 1) yield (READ * index) / records.length;
  }
  return yield* builder.finish();
}

/** Tells the share done of all work, ever further from one share towards the other: nobody knows how many steps there are. */
function* further<T>(steps: Generator<void, T>, from: number, to: number): Generator<number, T> {
  for (let left = to - from; ; left *= 0.97) {
    const step = steps.next();
    if (step.done) return step.value;
    yield to - left;
  }
}

function squaredLengths(rows: WeightedRows, latent: Float32Array, size: number): Float32Array {
  const lengths = Float32Array.from(rows.ownMass);
  for (let row = 0; row < lengths.length; row++) {
    const end = rows.rowStart[row + 1] as number; // all indices lie inside the row
    let squares = lengths[row] as number;
    for (let at = rows.rowStart[row] as number; at < end; at++) squares += (rows.weights[at] as number) ** 2;
    for (let at = row * size; at < (row + 1) * size; at++) squares += (latent[at] as number) ** 2;
    lengths[row] = squares;
  }
  return lengths;
}
