import { parentPort, workerData } from 'node:worker_threads';
import { findDuplicatesInSteps } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord, HumanDecisions } from '#core/duplicates/record';

/** The thread's side: thinks, tells how far it is now and then, and posts what it found. */
const { records, decisions } = workerData as { records: BibliographicRecord[]; decisions: HumanDecisions }; // from createThinking
const TELL_EVERY_MS = 300;

const steps = findDuplicatesInSteps(records, decisions);
let toldAt = 0;
let step = steps.next();
while (!step.done) {
  if (performance.now() - toldAt > TELL_EVERY_MS) {
    toldAt = performance.now();
    parentPort?.postMessage({ progress: step.value });
  }
  step = steps.next();
}
parentPort?.postMessage({ found: step.value });
