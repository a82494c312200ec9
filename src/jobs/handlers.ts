import { runDuplicates } from '#services/duplicates/duplicateRun';
import { runImport } from '#services/imports/runImport';
import { runPubmedSearch } from '#services/imports/searchPubmed';
import type { JobHandler } from '#services/jobs/jobRun';

/** Who does which kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  'import-records': runImport,
  'search-pubmed': runPubmedSearch,
  'find-duplicates': runDuplicates,
};
