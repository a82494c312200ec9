import { Worker } from 'node:worker_threads';
import type { DuplicatesProgress, FoundDuplicates } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord, HumanDecisions } from '#core/duplicates/record';
import { adviseJournalsInThread } from '#gateways/thinking/adviseJournalsInThread';
import { createMatchingThread } from '#gateways/thinking/createMatchingThread';
import { createRankingThread } from '#gateways/thinking/createRankingThread';
import { drawPdfInThread } from '#gateways/thinking/drawPdfInThread';
import { readPdfInThread } from '#gateways/thinking/readPdfInThread';
import { solveInThread } from '#gateways/thinking/solveInThread';
import { analyseInThread, synthesiseInThread } from '#gateways/thinking/synthesiseInThread';
import { drawPicturesInThread, writeDocumentInThread } from '#gateways/thinking/writeDocumentInThread';

/** Many short-lived texts are made while records are compared: room for them spares most of the collecting. */
const LIMITS = { maxYoungGenerationSizeMb: 64 };

/** Thought that takes long runs in a thread of its own, so that this process goes on answering. */
export function createThinking() {
  return {
    findDuplicates: (
      records: readonly BibliographicRecord[],
      decisions: HumanDecisions,
      tell: (progress: DuplicatesProgress) => Promise<void>,
    ): Promise<FoundDuplicates> =>
      new Promise((done, fail) => {
        const thread = new Worker(new URL('./duplicatesThread.js', import.meta.url), {
          workerData: { records, decisions },
          resourceLimits: LIMITS,
        });
        const end = (finish: () => void) => {
          finish();
          void thread.terminate();
        };
        thread.on('message', (message: { progress?: DuplicatesProgress; found?: FoundDuplicates }) => {
          const { progress, found } = message;
          if (found) end(() => done(found));
          // Telling may find out that somebody has asked to stop: then the thought ends here.
          if (progress) tell(progress).catch(error => end(() => fail(error)));
        });
        thread.once('error', error => end(() => fail(error)));
        thread.once('exit', code => fail(new Error(`the thread that looks for duplicates ended with code ${code}`)));
      }),
    adviseJournals: adviseJournalsInThread,
    solve: solveInThread,
    synthesise: synthesiseInThread,
    analyse: analyseInThread,
    rank: createRankingThread(),
    ...createMatchingThread(),
    readPdf: readPdfInThread,
    writeDocument: writeDocumentInThread,
    drawPictures: drawPicturesInThread,
    drawPdf: drawPdfInThread,
  };
}
