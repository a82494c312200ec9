import { Worker } from 'node:worker_threads';
import type { RankingAnswer, RankingRequest, RankingTexts } from '#core/screening/rankingDesk';
import type { NumberedAnswer, NumberedOrder, RankingOrder } from '#gateways/thinking/rankingThread';

const LIMITS = { maxOldGenerationSizeMb: 900, maxYoungGenerationSizeMb: 64 };
/** Without work the thread goes, and its memory with it. */
const IDLE_MS = 10 * 60_000;
/** Texts travel in portions, so that they are never all in memory, nor twice. */
const RECORDS_A_PORTION = 1_000;

interface Waiting {
  readonly done: (answer: RankingAnswer | null) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Orders records in a thread that stays, since it keeps what it has read: only the first order of a review takes seconds, and
 * others are given meanwhile. Texts of one review are taken in at a time. A thread that dies fails what it was asked, and is
 * started anew by the next order.
 */
export function createRankingThread() {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let number = 0;
  const waiting = new Map<number, Waiting>();
  const preparing = new Map<string, Promise<void>>();
  let lastPrepared: Promise<void> = Promise.resolve();

  const end = (worker: Worker, error: Error) => {
    if (thread !== worker) return;
    thread = null;
    void worker.terminate();
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL('./rankingThread.js', import.meta.url), { resourceLimits: LIMITS });
    worker.on('message', (message: NumberedAnswer) => {
      const asked = waiting.get(message.number);
      waiting.delete(message.number);
      if (waiting.size === 0) rest(worker);
      if (message.problem === null) asked?.done(message.answer);
      else asked?.fail(new Error(`the thread that ranks records: ${message.problem}`));
    });
    worker.on('error', error => end(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', code => end(worker, new Error(`the thread that ranks records ended with code ${code}`)));
    return worker;
  };
  /** A thread that waits keeps no process alive. */
  const rest = (worker: Worker) => {
    worker.unref();
    if (idle) clearTimeout(idle);
    idle = setTimeout(() => end(worker, new Error('the thread that ranks records was idle')), IDLE_MS);
    idle.unref();
  };
  const ask = (order: RankingOrder): Promise<RankingAnswer | null> =>
    new Promise((done, fail) => {
      if (idle) clearTimeout(idle);
      thread ??= begin();
      thread.ref();
      waiting.set(++number, { done, fail });
      thread.postMessage({ number, order } satisfies NumberedOrder);
    });
  const prepare = async ({ basis, seed }: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<void> => {
    const { question, count, read } = await loadTexts();
    await ask({ basis, seed, question, count });
    for (let from = 0; from < count; from += RECORDS_A_PORTION) {
      await ask({ basis, records: await read(from, Math.min(count, from + RECORDS_A_PORTION)) });
    }
    await ask({ finished: basis });
  };
  return async (request: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<RankingAnswer> => {
    const known = await ask({ request });
    if (known) return known;
    const name = `${request.basis} ${request.seed}`;
    const begun =
      preparing.get(name) ??
      lastPrepared
        .catch(() => undefined)
        .then(() => prepare(request, loadTexts))
        .finally(() => preparing.delete(name));
    preparing.set(name, begun);
    lastPrepared = begun;
    await begun;
    const answered = await ask({ request });
    if (!answered) throw new RangeError('createRankingThread: the thread lost the texts that it was just given');
    return answered;
  };
}
