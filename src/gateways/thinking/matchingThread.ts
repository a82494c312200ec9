import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { rankCandidates, rankOpenings } from '#core/matching/suggest';
import type { MatchingAnswer, MatchingOrder } from '#gateways/thinking/createMatchingThread';
import type { NumberedOrder, NumberedReply } from '#gateways/thinking/createStayingThread';

/** The thread's side: weighs pairs, and remembers what it was asked last, since a list is asked for again with each filter. */
/** An answer on a thousand openings, with its reasons, takes some megabytes. */
const MOST_REMEMBERED = 20;
const remembered = new Map<string, MatchingAnswer>();

function answerTo(order: MatchingOrder): MatchingAnswer {
  const { at } = order;
  if (order.kind === 'openings') return rankOpenings(order.person, order.openings, [], at);
  return rankCandidates(order.opening, order.people, [], at);
}

function remember(key: string, answer: MatchingAnswer): MatchingAnswer {
  // The oldest stands first in a Map; what is asked again goes to its end.
  remembered.delete(key);
  remembered.set(key, answer);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return answer;
}

parentPort?.on('message', ({ number, order }: NumberedOrder<MatchingOrder>) => {
  const reply = (answer: MatchingAnswer | null, problem: string | null) =>
    parentPort?.postMessage({ number, answer, problem } satisfies NumberedReply<MatchingAnswer>);
  try {
    const key = createHash('sha256').update(serialize(order)).digest('base64');
    reply(remember(key, remembered.get(key) ?? answerTo(order)), null);
  } catch (error) {
    // One question that can't be answered costs itself alone.
    reply(null, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
});
