import { Worker } from 'node:worker_threads';
import type { RankingAnswer, RankingRequest, RankingTexts } from '#core/screening/rankingDesk';
import type { RankingOrder } from '#gateways/thinking/rankingThread';

const LIMITS = { maxOldGenerationSizeMb: 900, maxYoungGenerationSizeMb: 64 };
/** Without work the thread goes, and its memory with it. */
const IDLE_MS = 10 * 60_000;

/**
 * Orders records in a thread that stays, since it keeps what it has read: only the first order of a review takes seconds.
 * One question at a time; a thread that dies is started anew by the next one.
 */
export function createRankingThread() {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = () => {
    void thread?.terminate();
    thread = null;
  };
  const ask = (order: RankingOrder): Promise<RankingAnswer | null> =>
    new Promise((done, fail) => {
      const asked = thread ?? new Worker(new URL('./rankingThread.js', import.meta.url), { resourceLimits: LIMITS });
      thread = asked;
      // A thread that waits keeps no process alive.
      asked.ref();
      const settle = (finish: () => void) => {
        asked.off('message', answered).off('error', broken).off('exit', gone);
        asked.unref();
        finish();
      };
      const answered = ({ answer }: { answer: RankingAnswer | null }) => settle(() => done(answer));
      const broken = (error: Error) =>
        settle(() => {
          end();
          fail(error);
        });
      const gone = (code: number) => broken(new Error(`the thread that ranks records ended with code ${code}`));
      asked.on('message', answered).on('error', broken).on('exit', gone);
      asked.postMessage(order);
    });
  const answer = async (request: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<RankingAnswer> => {
    if (idle) clearTimeout(idle);
    const known = await ask({ request });
    if (known) return known;
    await ask({ basis: request.basis, seed: request.seed, texts: await loadTexts() });
    const answered = await ask({ request });
    if (!answered) throw new RangeError('createRankingThread: the thread lost the texts that it was just given');
    return answered;
  };
  return (request: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<RankingAnswer> => {
    const next = last
      .catch(() => undefined)
      .then(() => answer(request, loadTexts))
      .finally(() => {
        idle = setTimeout(end, IDLE_MS);
        idle.unref();
      });
    last = next;
    return next;
  };
}
