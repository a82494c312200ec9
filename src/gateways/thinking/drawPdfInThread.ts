import { Worker } from 'node:worker_threads';
import { Problem, type ProblemKind } from '#core/problem';
import { createTurns } from '#gateways/thinking/createTurns';

const LONGEST_MS = 20_000;
const LIMITS = { maxOldGenerationSizeMb: 256 };
const inTurn = createTurns(2);

/** What the thread says at its end: the document, or why there is none. */
export type FigureReport = { readonly pdf: Uint8Array } | { readonly kind: ProblemKind; readonly refusal: string };

/** Draws a figure as a PDF of lines and letters in a thread of its own: its text comes from a page, and may be any text. */
export function drawPdfInThread(svg: string): Promise<Uint8Array> {
  return inTurn(() => draw(svg));
}

function draw(svg: string): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./figureThread.js', import.meta.url), {
      workerData: { svg },
      resourceLimits: LIMITS,
    });
    const end = (finish: () => void) => {
      clearTimeout(clock);
      finish();
      void thread.terminate();
    };
    const clock = setTimeout(
      () => end(() => fail(new Problem('unavailable', 'Drawing this figure takes too long. Save it as SVG.'))),
      LONGEST_MS,
    );
    thread.once('message', (report: FigureReport) =>
      end(() => ('pdf' in report ? done(report.pdf) : fail(new Problem(report.kind, report.refusal)))),
    );
    thread.once('error', error => end(() => fail(error)));
    thread.once('exit', code => end(() => fail(new Error(`the thread that draws figures ended with code ${code}`))));
  });
}
