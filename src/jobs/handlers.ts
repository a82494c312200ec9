import { runJournalLook } from '#services/credit/journals';
import { runDuplicates } from '#services/duplicates/duplicateRun';
import { runRetractionCheck } from '#services/imports/checkRetractions';
import { leaveFile, runReadFile } from '#services/imports/readFile';
import { discardImport, runImport } from '#services/imports/runImport';
import { runPubmedSearch } from '#services/imports/searchPubmed';
import { runUndo } from '#services/imports/undoImport';
import type { JobHandler } from '#services/jobs/jobRun';
import { leaveUnread, runReadFullTexts } from '#services/screening/readFullTexts';
import { runReplay } from '#services/screening/replayRanking';

/** Who does which kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  'read-file': { run: runReadFile, giveUp: leaveFile },
  'import-records': { run: runImport, giveUp: discardImport },
  'undo-import': { run: runUndo },
  'search-pubmed': { run: runPubmedSearch, giveUp: discardImport },
  'check-retractions': { run: runRetractionCheck },
  'find-duplicates': { run: runDuplicates },
  'replay-ranking': { run: runReplay },
  'read-full-texts': { run: runReadFullTexts, giveUp: leaveUnread },
  'rank-journals': { run: runJournalLook },
};
