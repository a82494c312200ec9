import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { furtherFields } from '#core/searching/furtherFields';
import type { ReferenceRecord } from '#core/searching/record';
import { DuplicateMember } from '#entities/DuplicateMember';
import { SearchRecord } from '#entities/SearchRecord';
import type { Actor, Context } from '#services/context';
import { sourceNames } from '#services/duplicates/comparedRecords';
import { presentRecord } from '#services/records/presentRecord';
import { standInReview } from '#services/standing';

/** One record with its merged copies. */
export async function readRecord(ctx: Context, actor: Actor, key: { reviewId: string; recordId: string }) {
  await standInReview(ctx, actor, key.reviewId);
  const record = await ctx.db.findOneBy(SearchRecord, key);
  if (!record) throw new Problem('not-found', 'There is no such record.');
  const sources = await sourceNames(ctx, key.reviewId);
  const copies = await loadCopies(ctx, record);
  const present = (one: SearchRecord) => presentRecord(one, sources.get(one.importId) ?? '');
  const details = record.details as ReferenceRecord; // written by recordRow from such a record
  return { ...present(record), copies: copies.map(present), further: furtherFields(details) };
}

async function loadCopies(ctx: Context, record: SearchRecord): Promise<SearchRecord[]> {
  const { reviewId, recordId } = record;
  const member = await ctx.db.findOneBy(DuplicateMember, { reviewId, recordId });
  if (!member) return [];
  const members = await ctx.db.findBy(DuplicateMember, { reviewId, clusterId: member.clusterId });
  const others = members.map(one => one.recordId).filter(one => one !== recordId);
  return ctx.db.findBy(SearchRecord, { reviewId, recordId: In(others) });
}

/** Records by id, each as a person reads it, in the order asked for. */
export async function loadRecordsToRead(ctx: Context, reviewId: string, recordIds: readonly string[]) {
  const records = await ctx.db.findBy(SearchRecord, { reviewId, recordId: In([...recordIds]) });
  const sources = await sourceNames(ctx, reviewId);
  const byId = new Map(
    records.map(record => [record.recordId, presentRecord(record, sources.get(record.importId) ?? '')]),
  );
  return recordIds.flatMap(recordId => byId.get(recordId) ?? []);
}
