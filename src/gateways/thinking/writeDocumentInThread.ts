import { Worker } from 'node:worker_threads';
import { Problem, type ProblemKind } from '#core/problem';
import type { WrittenDocument } from '#core/reporting/document/writtenDocument';
import { createTurns } from '#gateways/thinking/createTurns';

const LONGEST_MS = 120_000;
const LIMITS = { maxOldGenerationSizeMb: 1024 };
const inTurn = createTurns(2);

export type DocumentAsked = { readonly document: WrittenDocument } | { readonly svgs: readonly string[] };

/** What the thread says at its end: the files, or why there are none. */
export type DocumentReport =
  | { readonly files: readonly Uint8Array[] }
  | { readonly kind: ProblemKind; readonly refusal: string };

/** Writes a Word document in a thread of its own: its pictures take long to draw, and this process must answer meanwhile. */
export async function writeDocumentInThread(document: WrittenDocument): Promise<Uint8Array> {
  const [file] = await inTurn(() => make({ document }));
  if (!file) throw new TypeError('writeDocumentInThread: a document is one file');
  return file;
}

/** Draws figures as pictures of 300 dots an inch, in their order, in a thread of its own. */
export function drawPicturesInThread(svgs: readonly string[]): Promise<readonly Uint8Array[]> {
  return svgs.length === 0 ? Promise.resolve([]) : inTurn(() => make({ svgs }));
}

function make(asked: DocumentAsked): Promise<readonly Uint8Array[]> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./documentThread.js', import.meta.url), {
      workerData: asked,
      resourceLimits: LIMITS,
    });
    const end = (finish: () => void) => {
      clearTimeout(clock);
      finish();
      void thread.terminate();
    };
    const tooLong = new Problem(
      'unavailable',
      'Drawing all figures takes too long. Take the figures along one by one.',
    );
    const clock = setTimeout(() => end(() => fail(tooLong)), LONGEST_MS);
    thread.once('message', (report: DocumentReport) =>
      end(() => ('files' in report ? done(report.files) : fail(new Problem(report.kind, report.refusal)))),
    );
    thread.once('error', error => end(() => fail(error)));
    thread.once('exit', code => end(() => fail(new Error(`the thread that writes documents ended with code ${code}`))));
  });
}
