import { parentPort, workerData } from 'node:worker_threads';
import { readPdf } from '#gateways/thinking/readPdf';

const { bytes } = workerData as { bytes: Uint8Array }; // from readPdfInThread
parentPort?.postMessage(await readPdf(bytes));
