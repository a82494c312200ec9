import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import type { SynthesisAnswer } from '#core/synthesis/request/synthesise';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import type { Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import { createTurns } from '#gateways/thinking/createTurns';

/** Strangers may ask for this, and many members at once: what they can keep busy is bounded. */
const MOST_AT_ONCE = 2;
const LONGEST_MS = 20_000;
const LIMITS = { maxOldGenerationSizeMb: 256 };

let running = 0;
const inTurn = createTurns(MOST_AT_ONCE);

/** What a thread is asked: the request of a program, or the choices of a saved analysis. */
export type SynthesisOrder =
  | { readonly request: SynthesisRequest }
  | {
      readonly specification: Specification;
      readonly studies: readonly UsedStudy[];
      readonly moderators: readonly Moderator[];
    };

/** What a thread says at its end: the answer, or the refusal that the request deserves. */
export type SynthesisReport =
  | { readonly answer: SynthesisAnswer }
  | { readonly analysis: SpecifiedAnalysis }
  | { readonly refusal: string };

/** Answers a heavy request away from the thread that serves requests. */
export async function synthesiseInThread(request: SynthesisRequest): Promise<SynthesisAnswer> {
  if (running >= MOST_AT_ONCE) {
    throw new Problem('unavailable', 'Other large syntheses are being computed. Try again in a few seconds.');
  }
  running++;
  try {
    const report = await ask({ request });
    if ('answer' in report) return report.answer;
    throw new RangeError('synthesiseInThread: the thread answered another question');
  } finally {
    running--;
  }
}

/**
 * Computes a saved analysis away from the thread that serves requests. Members of a review ask for it: none is turned
 * away, but those who come while two are computed wait for their turn.
 */
export async function analyseInThread(
  specification: Specification,
  studies: readonly UsedStudy[],
  moderators: readonly Moderator[],
): Promise<SpecifiedAnalysis> {
  const report = await inTurn(() => ask({ specification, studies, moderators }));
  if ('analysis' in report) return report.analysis;
  throw new RangeError('analyseInThread: the thread answered another question');
}

function ask(order: SynthesisOrder): Promise<Exclude<SynthesisReport, { readonly refusal: string }>> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./synthesisThread.js', import.meta.url), {
      workerData: order,
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
      end(() => ('refusal' in report ? fail(new Problem('invalid', report.refusal)) : done(report))),
    );
    thread.once('error', error => end(() => fail(error)));
    thread.once('exit', code => end(() => fail(new Error(`the thread that pools studies ended with code ${code}`))));
  });
}
