import { QUEUE_TASK } from '#services/later';
import { EXPORT_TASK } from '#services/people/exportAccount';
import { PREPARE_TASK } from '#services/reporting/prepareExports';

/** As much of a database connection as this needs. */
interface Connection {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/**
 * Puts every unfinished job into the queue again, after a restore: the queue's own tables are no part of a backup. Jobs
 * are safe to do twice and go on where they were.
 */
export async function requeueJobs(connection: Connection): Promise<void> {
  await connection.query(
    `select graphile_worker.add_job($1, payload => json_build_object('reviewId', review_id, 'jobId', job_id), job_key => job_id::text, max_attempts => 8)
       from jobs where state in ('queued', 'running')`,
    [QUEUE_TASK],
  );
  await connection.query(
    `select graphile_worker.add_job($1, payload => json_build_object('exportId', export_id), job_key => export_id::text, max_attempts => 4)
       from account_exports where state in ('queued', 'running')`,
    [EXPORT_TASK],
  );
  await connection.query(
    `select graphile_worker.add_job($1, payload => json_build_object('reviewId', review_id, 'exportId', export_id), job_key => export_id::text, max_attempts => 4)
       from prepared_exports where state in ('queued', 'running')`,
    [PREPARE_TASK],
  );
}
