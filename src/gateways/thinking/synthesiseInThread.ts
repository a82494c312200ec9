import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem';
import type { SynthesisAnswer } from '#core/synthesis/request/synthesise';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** Strangers may ask for this: what they can keep busy is bounded. */
const MOST_AT_ONCE = 2;
const LONGEST_MS = 20_000;
const LIMITS = { maxOldGenerationSizeMb: 256 };

let running = 0;

/** What a thread says at its end: the answer, or the refusal that the request deserves. */
export type SynthesisReport = { readonly answer: SynthesisAnswer } | { readonly refusal: string };

/** Answers a heavy request away from the thread that serves requests. */
export async function synthesiseInThread(request: SynthesisRequest): Promise<SynthesisAnswer> {
  if (running >= MOST_AT_ONCE) {
    throw new Problem('unavailable', 'Other large syntheses are being computed. Try again in a few seconds.');
  }
  running++;
  try {
    return await ask(request);
  } finally {
    running--;
  }
}

function ask(request: SynthesisRequest): Promise<SynthesisAnswer> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./synthesisThread.js', import.meta.url), {
      workerData: request,
      resourceLimits: LIMITS,
    });
    const clock = setTimeout(
      () =>
        end(() =>
          fail(
            new Problem(
              'unavailable',
              'This takes longer than 20 seconds. Nothing was stored. Ask for less at once, or use `pooled synthesise`.',
            ),
          ),
        ),
      LONGEST_MS,
    );
    const end = (finish: () => void) => {
      clearTimeout(clock);
      finish();
      void thread.terminate();
    };
    thread.once('message', (report: SynthesisReport) =>
      end(() => ('answer' in report ? done(report.answer) : fail(new Problem('invalid', report.refusal)))),
    );
    thread.once('error', error => end(() => fail(error)));
    thread.once('exit', code => end(() => fail(new Error(`the thread that pools studies ended with code ${code}`))));
  });
}
