import { Problem } from '#core/problem';
import { RecordImport } from '#entities/RecordImport';
import { SearchRecord } from '#entities/SearchRecord';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { releaseRecords } from '#services/duplicates/clusters';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Undoes a whole import: its records go, and clusters of duplicates go on without them. Twice is the same as once. */
export async function undoImport(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; importId: string },
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  await perform(ctx, actor, 'undo-import', async tx => {
    const found = await tx.db.findOne(RecordImport, { where: key, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new Problem('not-found', 'There is no such import.');
    if (found.state === 'undone') return tx.changedNothing();
    const refusal = whyNotUndo(found, await countWorkOn(tx, key));
    if (refusal) throw new Problem('conflict', refusal);
    await releaseRecords(tx, key);
    const { affected } = await tx.db.delete(SearchRecord, key);
    await tx.db.update(RecordImport, key, { state: 'undone', undoneAt: tx.now() });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'import',
      subjectId: key.importId,
      facts: { records: affected ?? 0 },
    });
  });
}

/** What stands against undoing: work that people have done on its records must not be lost with them. */
export function whyNotUndo(found: RecordImport, recordsWorkedOn: number): Refusal {
  if (found.state === 'reading') return 'The file is still being read. Stop that first.';
  if (found.state === 'importing') return 'The import is still running. Stop its job first.';
  if (recordsWorkedOn === 0) return null;
  const records = recordsWorkedOn === 1 ? 'one of its records' : `${recordsWorkedOn} of its records`;
  return `People have worked on ${records}: their decisions would be lost.`;
}

/** How many records of an import carry decisions or belong to a study. */
export async function countWorkOn(
  ctx: Context | DeedContext,
  key: { reviewId: string; importId: string },
): Promise<number> {
  const rows: { n: number }[] = await ctx.db.query(
    `select count(*)::int as n from search_records record where record.review_id = $1 and record.import_id = $2 and (
       exists (select 1 from screening_decisions d where d.review_id = $1 and d.record_id = record.record_id)
       or exists (select 1 from adjudications a where a.review_id = $1 and a.record_id = record.record_id)
       or exists (select 1 from reports r where r.review_id = $1 and r.record_id = record.record_id))`,
    [key.reviewId, key.importId],
  );
  return rows[0]?.n ?? 0;
}
