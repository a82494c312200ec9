import { parentPort } from 'node:worker_threads';
import { createRankingDesk, type RankingRequest, type RankingTexts } from '#core/screening/rankingDesk';

/** Texts of so many records are kept ready: about 1.5 kB each. */
const MOST_RECORDS = 200_000;

/** What the thread is asked: an order, or to take texts in. */
export type RankingOrder =
  | { readonly request: RankingRequest }
  | { readonly basis: string; readonly seed: number; readonly texts: RankingTexts };

/** The thread's side: one order after another, each answered by a message. */
const desk = createRankingDesk(MOST_RECORDS);
parentPort?.on('message', (order: RankingOrder) => {
  if ('request' in order) {
    parentPort?.postMessage({ answer: desk.answer(order.request) });
    return;
  }
  desk.prepare(order.basis, order.seed, order.texts);
  parentPort?.postMessage({ answer: null });
});
