import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#core/problem';
import { answerRequest } from '#core/synthesis/request/synthesise';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import type { SynthesisReport } from '#gateways/thinking/synthesiseInThread';

/** The thread's side: answers one request and ends. */
function report(request: SynthesisRequest): SynthesisReport {
  try {
    return { answer: answerRequest(request) };
  } catch (error) {
    if (error instanceof Problem) return { refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(report(workerData as SynthesisRequest)); // from synthesiseInThread
