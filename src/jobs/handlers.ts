import type { JobHandler } from '#services/jobs/jobRun';

/** Who does which kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {};
