import type { ReferenceRecord } from '#core/searching/record';
import type { Context } from '#services/context';
import { RECORD_COLUMNS, recordRow } from '#services/imports/recordRow';
import { perform } from '#services/perform';

export interface PlacedRecord {
  readonly position: number;
  readonly record: ReferenceRecord;
}

/**
 * Stores a batch of an import's records, in one transaction with its event. Positions that are there already are left
 * as they are, so a batch may come twice. Gives how many are new.
 */
export async function storeRecords(
  ctx: Context,
  key: { reviewId: string; importId: string; createdBy: string },
  batch: readonly PlacedRecord[],
): Promise<number> {
  if (batch.length === 0) return 0;
  const { reviewId, importId } = key;
  return perform(ctx, { personId: key.createdBy }, 'store-records', async tx => {
    const createdAt = tx.now();
    const rows = batch.map(({ position, record }) =>
      recordRow(record, { reviewId, recordId: tx.newId(), importId, position, createdAt }),
    );
    await tx.db.query(`create temporary table staged_records (like search_records) on commit drop`);
    await tx.copyRows(tx.db, 'staged_records', RECORD_COLUMNS, rows);
    const columns = RECORD_COLUMNS.join(', ');
    const [{ count = 0 } = {}]: { count?: number }[] = await tx.db.query(
      `with stored as (
         insert into search_records (${columns}) select ${columns} from staged_records order by position
         on conflict on constraint one_record_per_import_position do nothing returning 1)
       select count(*)::int as count from stored`,
    );
    if (count === 0) tx.changedNothing();
    else tx.witness({ reviewId, subjectKind: 'import', subjectId: importId, facts: { stored: count } });
    return count;
  });
}
