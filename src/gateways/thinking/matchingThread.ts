import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { rankCandidates, rankOpenings } from '#core/matching/suggest';
import type { MatchingAnswer, MatchingOrder, NumberedMatching } from '#gateways/thinking/createMatchingThread';

/** The thread's side: weighs pairs, and remembers what it was asked last, since a list is asked for again with each filter. */
const MOST_REMEMBERED = 200;
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

parentPort?.on('message', ({ number, order }: { number: number; order: MatchingOrder }) => {
  const key = createHash('sha256').update(serialize(order)).digest('base64');
  const answer = remember(key, remembered.get(key) ?? answerTo(order));
  parentPort?.postMessage({ number, answer } satisfies NumberedMatching);
});
