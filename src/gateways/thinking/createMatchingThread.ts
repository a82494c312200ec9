import { Worker } from 'node:worker_threads';
import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import { rankCandidates, rankOpenings, type SuggestedOpening, type SuggestedPerson } from '#core/matching/suggest';

export type MatchingOrder =
  | {
      readonly kind: 'openings';
      readonly person: MatchPerson;
      readonly openings: readonly MatchOpening[];
      readonly at: number;
    }
  | {
      readonly kind: 'people';
      readonly opening: MatchOpening;
      readonly people: readonly MatchPerson[];
      readonly at: number;
    };

export type MatchingAnswer = readonly SuggestedOpening[] | readonly SuggestedPerson[];

export interface NumberedMatching {
  readonly number: number;
  readonly answer: MatchingAnswer;
}

/** So few are weighed in some thousandths of a second, without latent topics: no thread is worth it. */
const FEW = 40;
const LIMITS = { maxOldGenerationSizeMb: 400 };
const IDLE_MS = 10 * 60_000;
/** Clocks differ by whole hours or parts that stay: an answer holds for the hour in which it was asked for. */
const HOUR_MS = 3_600_000;

interface Waiting {
  readonly done: (answer: MatchingAnswer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Weighs many pairs of people and openings in a thread that stays, so that nobody's screening waits for a long list of
 * openings, and remembers its last answers: only the first of them takes its time. Without work the thread goes.
 */
export function createMatchingThread() {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let number = 0;
  const waiting = new Map<number, Waiting>();

  const end = (worker: Worker, error: Error) => {
    if (thread !== worker) return;
    thread = null;
    void worker.terminate();
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL('./matchingThread.js', import.meta.url), { resourceLimits: LIMITS });
    worker.on('message', (message: NumberedMatching) => {
      const asked = waiting.get(message.number);
      waiting.delete(message.number);
      if (waiting.size === 0) {
        worker.unref();
        idle = setTimeout(() => end(worker, new Error('the thread that matches was idle')), IDLE_MS);
        idle.unref();
      }
      asked?.done(message.answer);
    });
    worker.on('error', error => end(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', code => end(worker, new Error(`the thread that matches ended with code ${code}`)));
    return worker;
  };
  const ask = (order: MatchingOrder): Promise<MatchingAnswer> =>
    new Promise((done, fail) => {
      if (idle) clearTimeout(idle);
      thread ??= begin();
      thread.ref();
      waiting.set(++number, { done, fail });
      thread.postMessage({ number, order });
    });

  return {
    rankOpenings: async (person: MatchPerson, openings: readonly MatchOpening[], now: number) => {
      const at = now - (now % HOUR_MS);
      if (openings.length <= FEW) return rankOpenings(person, openings, [], at);
      return (await ask({ kind: 'openings', person, openings, at })) as SuggestedOpening[]; // so it answers this kind
    },
    rankCandidates: async (opening: MatchOpening, people: readonly MatchPerson[], now: number) => {
      const at = now - (now % HOUR_MS);
      if (people.length <= FEW) return rankCandidates(opening, people, [], at);
      return (await ask({ kind: 'people', opening, people, at })) as SuggestedPerson[]; // so it answers this kind
    },
  };
}
