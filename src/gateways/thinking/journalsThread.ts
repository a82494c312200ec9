import { parentPort, workerData } from 'node:worker_threads';
import { journalAdvice } from '#core/matching/journalAdvice';
import type { JournalRecord } from '#core/matching/rankJournals';
import type { TopicDocument } from '#core/matching/topicSpace';

/** The thread's side: thinks once and posts what it found. */
const { records, topic } = workerData as { records: JournalRecord[]; topic: TopicDocument }; // from adviseJournalsInThread
parentPort?.postMessage(journalAdvice(records, topic));
