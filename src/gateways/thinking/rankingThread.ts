import { parentPort } from 'node:worker_threads';
import {
  createRankingDesk,
  type RankingAnswer,
  type RankingIntake,
  type RankingRequest,
} from '#core/screening/rankingDesk';
import type { RankableRecord } from '#core/screening/termCounts';
import type { NumberedOrder, NumberedReply } from '#gateways/thinking/createStayingThread';

/** Features of so many records are kept ready: about 1 to 2 kB each. */
const MOST_RECORDS = 200_000;

/** What the thread is asked: an order, or to take texts in, which are announced, brought in portions, and finished. */
export type RankingOrder =
  | { readonly request: RankingRequest }
  | { readonly basis: string; readonly seed: number; readonly question: string; readonly count: number }
  | { readonly basis: string; readonly records: readonly RankableRecord[] }
  | { readonly finished: string };

/** The thread's side. While it makes features of texts it gives orders of others. */
const desk = createRankingDesk(MOST_RECORDS);
const intakes = new Map<string, RankingIntake>();

parentPort?.on('message', ({ number, order }: NumberedOrder<RankingOrder>) => {
  const reply = (answer: RankingAnswer | null, problem: string | null = null) =>
    parentPort?.postMessage({ number, answer, problem } satisfies NumberedReply<RankingAnswer>);
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      reply(null, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
  guarded(() => {
    if ('request' in order) return reply(desk.answer(order.request));
    if ('question' in order) {
      // One is taken in at a time: what is left of another was given up.
      intakes.clear();
      intakes.set(order.basis, desk.take(order.basis, order.seed, order.question, order.count));
      return reply(null);
    }
    if ('records' in order) {
      intakes.get(order.basis)?.add(order.records);
      return reply(null);
    }
    const steps = intakes.get(order.finished)?.finish();
    intakes.delete(order.finished);
    const goOn = (): void =>
      guarded(() => {
        if (!steps || steps.next().done) reply(null);
        else setImmediate(goOn);
      });
    goOn();
  });
});
