import { In } from 'typeorm';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { SearchRecord } from '#entities/SearchRecord';
import type { Actor, Context } from '#services/context';
import { standInReview } from '#services/standing';

/** Records as they stand side by side, with the name of their source. */
export async function loadComparedRecords(ctx: Context, reviewId: string, recordIds: readonly string[]) {
  const records = await ctx.db.findBy(SearchRecord, { reviewId, recordId: In([...new Set(recordIds)]) });
  const sources = await sourceNames(ctx, reviewId);
  return new Map(
    records.map(record => [record.recordId, { ...record, sourceName: sources.get(record.importId) ?? '' }]),
  );
}

/** The source's name by import. */
export async function sourceNames(ctx: Context, reviewId: string): Promise<Map<string, string>> {
  const searches = new Map((await ctx.db.findBy(Search, { reviewId })).map(one => [one.searchId, one.sourceName]));
  const imports = await ctx.db.find(RecordImport, { where: { reviewId }, select: { importId: true, searchId: true } });
  return new Map(imports.map(one => [one.importId, searches.get(one.searchId) ?? '']));
}

/** Clusters of merged records, newest first, every copy shown. */
export async function listClusters(ctx: Context, actor: Actor, reviewId: string, limit: number) {
  await standInReview(ctx, actor, reviewId);
  const [clusters, total] = await ctx.db.findAndCount(DuplicateCluster, {
    where: { reviewId },
    order: { createdAt: 'DESC', clusterId: 'ASC' },
    take: limit,
  });
  const members = await ctx.db.findBy(DuplicateMember, { reviewId, clusterId: In(clusters.map(one => one.clusterId)) });
  const records = await loadComparedRecords(
    ctx,
    reviewId,
    members.map(member => member.recordId),
  );
  return {
    total,
    clusters: clusters.map(({ clusterId, primaryRecordId }) => ({
      clusterId,
      primaryRecordId,
      records: members
        .filter(member => member.clusterId === clusterId)
        .flatMap(member => records.get(member.recordId) ?? [])
        .sort((a, b) => Number(b.recordId === primaryRecordId) - Number(a.recordId === primaryRecordId)),
    })),
  };
}
