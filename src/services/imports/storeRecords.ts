import type { ReferenceRecord } from '#core/searching/record';
import { SearchRecord } from '#entities/SearchRecord';
import type { Context } from '#services/context';
import { recordRow } from '#services/imports/recordRow';
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
    const inserted = await tx.db
      .createQueryBuilder()
      .insert()
      .into(SearchRecord)
      .values(
        batch.map(({ position, record }) =>
          recordRow(record, { reviewId, recordId: tx.newId(), importId, position, createdAt }),
        ),
      )
      .orIgnore()
      .returning('record_id')
      .execute();
    const count = (inserted.raw as unknown[]).length; // one row for each inserted record
    if (count === 0) tx.changedNothing();
    else tx.witness({ reviewId, subjectKind: 'import', subjectId: importId, facts: { stored: count } });
    return count;
  });
}
