import { runDuplicates } from '#services/duplicates/duplicateRun';
import { discardImport, runImport } from '#services/imports/runImport';
import { runPubmedSearch } from '#services/imports/searchPubmed';
import type { JobHandler } from '#services/jobs/jobRun';

/** Who does which kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  'import-records': { run: runImport, giveUp: discardImport },
  'search-pubmed': { run: runPubmedSearch, giveUp: discardImport },
  'find-duplicates': { run: runDuplicates },
};
