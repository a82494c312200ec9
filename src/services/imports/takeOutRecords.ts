import { releaseRecords } from '#services/duplicates/clusters';
import type { DeedContext } from '#services/perform';

const RECORDS_AT_ONCE = 2000;

/** Deletes an import's records, and lets them go from their clusters of duplicates first; tells how far it is. Gives how many. */
export async function takeOutRecords(
  tx: DeedContext,
  key: { readonly reviewId: string; readonly importId: string },
  tell: (done: number, total: number) => Promise<void>,
): Promise<number> {
  const [counted]: { n: number }[] = await tx.db.query(
    'select count(*)::int as n from search_records where review_id = $1 and import_id = $2',
    [key.reviewId, key.importId],
  );
  const total = counted?.n ?? 0;
  await tell(0, total);
  await releaseRecords(tx, key);
  for (let done = 0; ; ) {
    // Parts by position, so that each is found in an index and progress can be told between two of them.
    const [gone]: { n: number }[] = await tx.db.query(
      `with part as (select record_id from search_records where review_id = $1 and import_id = $2
         order by position limit ${RECORDS_AT_ONCE}),
       gone as (delete from search_records where review_id = $1 and record_id in (select record_id from part) returning 1)
       select count(*)::int as n from gone`,
      [key.reviewId, key.importId],
    );
    const some = gone?.n ?? 0;
    if (some === 0) return done;
    done += some;
    await tell(done, total);
  }
}
