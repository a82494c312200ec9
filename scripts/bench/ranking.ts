import { randomFrom } from '#core/random';
import { featureSteps, type RecordFeatures } from '#core/screening/features';
import { createRanking } from '#core/screening/ranking';
import { createRankingDesk } from '#core/screening/rankingDesk';
import type { RankableRecord } from '#core/screening/termCounts';

/**
 * Measures the ranking on made-up records, in milliseconds of the processor: building features (and its longest slice), then retraining and ordering all
 * records after so many decisions. `node dist/scripts/bench/ranking.js [10000]`; the same seed each time.
 */
const SEED = 20261124;
const VOCABULARY = 30_000;
const WORDS_AN_ABSTRACT = 190;
const SHARE_RELEVANT = 0.03;
const DECISIONS = [100, 500, 1000, 2000, 5000];
const REPEATS = 9;

/** Common words come often and rare ones seldom, as in abstracts; relevant records lean to words of their own. */
function makeRecord(random: () => number, isRelevant: boolean): RankableRecord {
  const word = () => {
    if (isRelevant && random() < 0.08) return `topic${Math.floor(random() * 40)}`;
    return `word${Math.floor(VOCABULARY * random() ** 4)}`;
  };
  const sentence = (length: number) => Array.from({ length }, word).join(' ');
  return { title: sentence(12), abstract: sentence(WORDS_AN_ABSTRACT) };
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

function build(records: readonly RankableRecord[]): {
  features: RecordFeatures;
  longestSliceMs: number;
  slices: number;
} {
  const steps = featureSteps(records, 'topic1 topic2 topic3', SEED);
  let longestSliceMs = 0;
  for (let slices = 1; ; slices++) {
    const { result: step, ms } = timed(() => steps.next());
    longestSliceMs = Math.max(longestSliceMs, ms);
    if (step.done) return { features: step.value, longestSliceMs, slices };
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function measure(size: number): void {
  const random = randomFrom(SEED);
  const isRelevant = Array.from({ length: size }, () => random() < SHARE_RELEVANT);
  const records = isRelevant.map(relevant => makeRecord(random, relevant));
  const { result, ms } = timed(() => build(records));
  const { features, longestSliceMs, slices } = result;
  console.log(
    `${size} records, ${Math.round(features.columns.length / size)} terms each: features ${ms.toFixed(0)} ms in ${slices} slices, the longest ${longestSliceMs.toFixed(0)} ms`,
  );
  const desk = createRankingDesk(size);
  const texts = timed(() => desk.prepare('bench', SEED, { records, question: 'topic1 topic2 topic3' }));
  console.log(`  texts taken in at the desk ${texts.ms.toFixed(0)} ms`);
  const ranking = createRanking(features, SEED);
  let screened = 0;
  for (const target of DECISIONS.filter(decisions => decisions < size)) {
    for (; screened < target; screened++) ranking.learn(screened, isRelevant[screened] === true);
    const first = timed(() => ranking.retrain()).ms;
    const retrains: number[] = [];
    const orders: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++, screened++) {
      ranking.learn(screened, isRelevant[screened] === true);
      retrains.push(timed(() => ranking.retrain()).ms);
      orders.push(timed(() => ranking.order()).ms);
    }
    const lessons = Array.from({ length: target }, (_, record) => ({
      record,
      isRelevant: isRelevant[record] === true,
    }));
    const open = Array.from({ length: size - target }, (_, place) => target + place);
    // Other lessons each time: the desk keeps what it learned last.
    const asked = Array.from({ length: REPEATS }, (_, repeat) => {
      const known = lessons.slice(0, target - repeat);
      return timed(() => desk.answer({ basis: 'bench', seed: SEED, lessons: known, open, most: 200, explained: 60 }));
    });
    console.log(
      `  after ${target}: from nothing, as in the product, ${median(asked.map(one => one.ms)).toFixed(1)} ms · all at once ${first.toFixed(1)} ms · one more decision ${median(retrains).toFixed(1)} ms + order ${median(orders).toFixed(1)} ms`,
    );
  }
}

const inMegabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000]) {
  measure(size);
  console.log(`  memory of the process ${inMegabytes()} MB`);
}
