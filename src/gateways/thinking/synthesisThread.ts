import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#core/problem';
import { analyseSpecification } from '#core/synthesis/analyseSpecification';
import { answerRequest } from '#core/synthesis/request/synthesise';
import type { SynthesisOrder, SynthesisReport } from '#gateways/thinking/synthesiseInThread';

/** The thread's side: answers one order and ends. */
function report(order: SynthesisOrder): SynthesisReport {
  try {
    if ('request' in order) return { answer: answerRequest(order.request) };
    return { analysis: analyseSpecification(order.specification, order.studies, order.moderators) };
  } catch (error) {
    if (error instanceof Problem) return { refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(report(workerData as SynthesisOrder)); // from synthesiseInThread
