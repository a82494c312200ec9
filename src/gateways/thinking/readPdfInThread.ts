import { Worker } from 'node:worker_threads';
import type { PdfReading } from '#core/screening/pdfReading';
import { createTurns } from '#gateways/thinking/createTurns';

const LIMITS = { maxOldGenerationSizeMb: 700, maxYoungGenerationSizeMb: 64 };
const LONGEST_MS = 60_000;
const AT_ONCE = 2;

const inTurn = createTurns(AT_ONCE);

/**
 * Reads a PDF in a thread of its own, which takes what a damaged or hostile file does to it: too long, too much memory, a
 * crash. Two at a time, however many are uploaded.
 */
export function readPdfInThread(bytes: Uint8Array): Promise<PdfReading> {
  return inTurn(() => read(bytes));
}

function read(bytes: Uint8Array): Promise<PdfReading> {
  return new Promise(done => {
    const thread = new Worker(new URL('./pdfThread.js', import.meta.url), {
      workerData: { bytes },
      resourceLimits: LIMITS,
      // What the library says of a bad file is in the answer already.
      stdout: true,
      stderr: true,
    });
    const end = (reading: PdfReading) => {
      clearTimeout(timer);
      void thread.terminate();
      done(reading);
    };
    const timer = setTimeout(() => end({ isReadable: false, because: 'too-long' }), LONGEST_MS);
    thread.once('message', end);
    thread.once('error', () => end({ isReadable: false, because: 'damaged' }));
    thread.once('exit', () => end({ isReadable: false, because: 'damaged' }));
  });
}
