import { parentPort, workerData } from 'node:worker_threads';
import { solveProgramme } from '#gateways/thinking/solveProgramme';

/** The thread's side: solves once and posts the answer. */
parentPort?.postMessage(await solveProgramme(workerData as string)); // from solveInThread
