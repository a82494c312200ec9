import { Worker } from 'node:worker_threads';
import type { JournalAdvice } from '#core/matching/journalAdvice';
import type { JournalRecord } from '#core/matching/rankJournals';
import type { TopicDocument } from '#core/matching/topicSpace';
import { createTurns } from '#gateways/thinking/createTurns';

/** One at a time: each reads thousands of texts, and takes a second. */
const inTurn = createTurns(1);

/** Reads thousands of texts in a thread of its own, which ends with its answer. */
export function adviseJournalsInThread(
  records: readonly JournalRecord[],
  topic: TopicDocument,
): Promise<JournalAdvice> {
  return inTurn(() => ask(records, topic));
}

function ask(records: readonly JournalRecord[], topic: TopicDocument): Promise<JournalAdvice> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./journalsThread.js', import.meta.url), { workerData: { records, topic } });
    thread.once('message', (advice: JournalAdvice) => {
      done(advice);
      void thread.terminate();
    });
    thread.once('error', fail);
    thread.once('exit', code => fail(new Error(`the thread that looks for journals ended with code ${code}`)));
  });
}
