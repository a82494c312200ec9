import { Worker } from 'node:worker_threads';
import type { Solve } from '#core/matching/allocation/cohortProgramme';
import { createTurns } from '#gateways/thinking/createTurns';
import { solveProgramme } from '#gateways/thinking/solveProgramme';

const inTurn = createTurns(1);

/** What is written in fewer letters is solved in some thousandths of a second. */
const SHORT = 20_000;

/** Solves a programme; a long one in a thread of its own, since HiGHS does not let anything else run meanwhile. */
export const solveInThread: Solve = text =>
  text.length < SHORT
    ? solveProgramme(text)
    : inTurn(
        () =>
          new Promise((done, fail) => {
            const thread = new Worker(new URL('./programmeThread.js', import.meta.url), { workerData: text });
            thread.once('message', (answer: Awaited<ReturnType<Solve>>) => {
              done(answer);
              void thread.terminate();
            });
            thread.once('error', fail);
            thread.once('exit', code => fail(new Error(`the thread that solves programmes ended with code ${code}`)));
          }),
      );
