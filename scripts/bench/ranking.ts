import { randomFrom } from '#core/random';
import { featureBuilder, type RecordFeatures } from '#core/screening/features';
import { createRanking } from '#core/screening/ranking';
import type { RankingRequest } from '#core/screening/rankingDesk';
import type { RankableRecord } from '#core/screening/termCounts';
import { createRankingThread } from '#gateways/thinking/createRankingThread';

/**
 * Measures the ranking on made-up records: `node dist/scripts/bench/ranking.js [10000 100000]`; the same seed each time.
 *
 * First in this process, in milliseconds of the processor: building features (and its longest slice), then retraining and
 * ordering after so many decisions, with each decision and from nothing. Then as in the product: texts go in portions to the
 * thread that ranks. How long the first order takes, how long another review's order waits meanwhile, and the most memory
 * that the process ever held; for that figure give one size alone.
 */
const SEED = 20261124;
const VOCABULARY = 30_000;
const WORDS_AN_ABSTRACT = 190;
const SHARE_RELEVANT = 0.03;
const DECISIONS = [100, 500, 1000, 2000, 5000];
const REPEATS = 9;
const QUESTION = 'topic1 topic2 topic3';

const isRelevant = (record: number): boolean => randomFrom(SEED + record)() < SHARE_RELEVANT;

/** Common words come often and rare ones seldom, as in abstracts; relevant records lean to words of their own. */
function madeUp(record: number): RankableRecord {
  const random = randomFrom(SEED + 7 * record);
  const leans = isRelevant(record);
  const word = () => {
    if (leans && random() < 0.08) return `topic${Math.floor(random() * 40)}`;
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

/** Texts are made in portions outside the measured time, and not kept. */
function build(size: number): RecordFeatures {
  const builder = featureBuilder(size, QUESTION, SEED);
  const slices: number[] = [];
  for (let from = 0; from < size; from += 500) {
    const records = Array.from({ length: Math.min(500, size - from) }, (_, at) => madeUp(from + at));
    slices.push(timed(() => records.forEach(builder.add)).ms);
  }
  const steps = builder.finish();
  for (;;) {
    const { result: step, ms } = timed(() => steps.next());
    slices.push(ms);
    if (!step.done) continue;
    const total = slices.reduce((sum, slice) => sum + slice, 0);
    console.log(
      `${size} records, ${Math.round(step.value.columns.length / size)} terms each: features ${total.toFixed(0)} ms in ${slices.length} slices, the longest ${Math.max(...slices).toFixed(0)} ms`,
    );
    return step.value;
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function requestFor(basis: string, size: number, known: number): RankingRequest {
  return {
    ...{ basis, seed: SEED, most: 200, explained: 60 },
    lessons: Array.from({ length: known }, (_, record) => ({ record, isRelevant: isRelevant(record) })),
    open: Array.from({ length: size - known }, (_, place) => known + place),
  };
}

function measureLearning(size: number): void {
  const ranking = createRanking(build(size), SEED);
  let screened = 0;
  for (const target of DECISIONS.filter(decisions => decisions < size)) {
    for (; screened < target; screened++) ranking.learn(screened, isRelevant(screened));
    ranking.retrain();
    const retrains: number[] = [];
    const orders: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++, screened++) {
      ranking.learn(screened, isRelevant(screened));
      retrains.push(timed(() => ranking.retrain()).ms);
      orders.push(timed(() => ranking.order(undefined, 200)).ms);
    }
    console.log(
      `  after ${target}: one more decision ${median(retrains).toFixed(1)} ms + the first 200 of all ${median(orders).toFixed(1)} ms`,
    );
  }
}

const inMegabytes = (kilobytes: number) => Math.round(kilobytes / 1024);

async function measureThread(size: number): Promise<void> {
  const rank = createRankingThread();
  const texts = (count: number) => async () => ({
    ...{ question: QUESTION, count },
    read: async (from: number, to: number) => Array.from({ length: to - from }, (_, at) => madeUp(from + at)),
  });
  await rank(requestFor('small', 500, 20), texts(500));
  const begunAt = performance.now();
  let isDone = false;
  const first = rank(requestFor('large', size, 0), texts(size)).then(() => {
    isDone = true;
  });
  const waits: number[] = [];
  for (let asked = 1; !isDone; asked++) {
    const askedAt = performance.now();
    await rank(requestFor('small', 500, 20 + (asked % 20)), texts(500));
    waits.push(performance.now() - askedAt);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await first;
  console.log(
    `${size} records in the thread, texts made on the way: the first order after ${((performance.now() - begunAt) / 1000).toFixed(1)} s; meanwhile ${waits.length} orders of another review, ${median(waits).toFixed(0)} ms each, the slowest ${Math.max(...waits).toFixed(0)} ms`,
  );
  for (const known of DECISIONS.filter(decisions => decisions < size)) {
    const asked: { wall: number; processor: number }[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      // Other lessons each time: the desk keeps what it learned last.
      const request = requestFor('large', size, known - repeat);
      const askedAt = performance.now();
      const before = process.cpuUsage();
      await rank(request, texts(size));
      const { user, system } = process.cpuUsage(before);
      asked.push({ wall: performance.now() - askedAt, processor: (user + system) / 1000 });
    }
    console.log(
      `  from nothing after ${known} decisions: ${median(asked.map(one => one.processor)).toFixed(1)} ms of the processor, ${median(asked.map(one => one.wall)).toFixed(1)} ms until the order is there`,
    );
  }
  console.log(
    `  memory of the process ${inMegabytes(process.memoryUsage().rss / 1024)} MB, at most ${inMegabytes(process.resourceUsage().maxRSS)} MB`,
  );
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000];
for (const size of sizes) await measureThread(size);
for (const size of sizes) measureLearning(size);
process.exit(0);
