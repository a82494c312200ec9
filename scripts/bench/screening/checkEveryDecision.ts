import type { DataSource } from 'typeorm';
import type { Bench } from '#scripts/bench/screening/fillBench';

/** What is wrong: decisions that are missing, differ, stand twice, were never sent, or have not exactly one audit event. */
export async function checkEveryDecision(database: DataSource, bench: Bench): Promise<string[]> {
  const rows: { person_id: string; record_id: string; choice: string; events: number }[] = await database.query(
    `select decision.person_id, decision.record_id, decision.choice,
       (select count(*)::int from audit_events event where event.review_id = decision.review_id and event.deed = 'record-decision'
          and event.subject_id = decision.record_id and event.actor_id = decision.person_id) as events
     from screening_decisions decision where decision.review_id = $1`,
    [bench.reviewId],
  );
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${row.person_id} ${row.record_id}`;
    if (seen.has(key)) wrong.push(`twice: ${key}`);
    seen.add(key);
    if (bench.sent.get(key) !== row.choice) wrong.push(`not what was sent: ${key}`);
    if (row.events !== 1) wrong.push(`${row.events} audit events: ${key}`);
  }
  for (const key of bench.sent.keys()) if (!seen.has(key)) wrong.push(`lost: ${key}`);
  return wrong;
}
