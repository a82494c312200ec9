import { In } from 'typeorm';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import type { DeedContext } from '#services/perform';

/** Puts records into one cluster, joining the clusters that they were in. The given one stands for all. */
export async function joinRecords(
  tx: DeedContext,
  reviewId: string,
  recordIds: readonly string[],
  primaryRecordId: string,
): Promise<string> {
  const members = await tx.db.findBy(DuplicateMember, { reviewId, recordId: In([...recordIds]) });
  const clusterIds = [...new Set(members.map(member => member.clusterId))].sort();
  const [kept, ...absorbed] = clusterIds;
  const clusterId = kept ?? tx.newId();
  if (kept) await tx.db.update(DuplicateCluster, { reviewId, clusterId }, { primaryRecordId });
  else await tx.db.insert(DuplicateCluster, { reviewId, clusterId, primaryRecordId, createdAt: tx.now() });
  if (absorbed.length > 0) {
    await tx.db.update(DuplicateMember, { reviewId, clusterId: In(absorbed) }, { clusterId });
    await tx.db.delete(DuplicateCluster, { reviewId, clusterId: In(absorbed) });
  }
  const there = new Set(members.map(member => member.recordId));
  const added = recordIds.filter(recordId => !there.has(recordId));
  if (added.length > 0) {
    await tx.db.insert(
      DuplicateMember,
      added.map(recordId => ({ reviewId, recordId, clusterId })),
    );
  }
  return clusterId;
}

/** Takes one record out of its cluster; a cluster of one is none. Gives the others that were in it. */
export async function leaveCluster(tx: DeedContext, reviewId: string, recordId: string): Promise<string[]> {
  const member = await tx.db.findOneBy(DuplicateMember, { reviewId, recordId });
  if (!member) return [];
  const others = (await tx.db.findBy(DuplicateMember, { reviewId, clusterId: member.clusterId }))
    .map(other => other.recordId)
    .filter(other => other !== recordId);
  await tx.db.delete(DuplicateMember, { reviewId, recordId });
  await settleCluster(tx, reviewId, member.clusterId);
  return others;
}

/** Lets a whole import's records go from their clusters before they are deleted; all clusters at once, however many. */
export async function releaseRecords(tx: DeedContext, key: { reviewId: string; importId: string }): Promise<void> {
  const { reviewId } = key;
  const rows: { cluster_id: string }[] = await tx.db.query(
    `with gone as (delete from duplicate_members member using search_records record
       where record.review_id = member.review_id and record.record_id = member.record_id
         and member.review_id = $1 and record.import_id = $2 returning member.cluster_id)
     select distinct cluster_id from gone`,
    [reviewId, key.importId],
  );
  const clusterIds = rows.map(row => row.cluster_id);
  if (clusterIds.length === 0) return;
  // A cluster of one is dissolved, and one whose primary record has gone gets another.
  await tx.db.query(
    `delete from duplicate_members where review_id = $1 and cluster_id in (
       select cluster_id from duplicate_members where review_id = $1 and cluster_id = any($2)
       group by cluster_id having count(*) < 2)`,
    [reviewId, clusterIds],
  );
  await tx.db.query(
    `delete from duplicate_clusters cluster where review_id = $1 and cluster_id = any($2) and not exists (
       select 1 from duplicate_members member where member.review_id = $1 and member.cluster_id = cluster.cluster_id)`,
    [reviewId, clusterIds],
  );
  await tx.db.query(
    `update duplicate_clusters cluster set primary_record_id = left_over.record_id
     from (select cluster_id, min(record_id::text)::uuid as record_id from duplicate_members
       where review_id = $1 and cluster_id = any($2) group by cluster_id) left_over
     where cluster.review_id = $1 and cluster.cluster_id = left_over.cluster_id and not exists (
       select 1 from duplicate_members member where member.review_id = $1 and member.cluster_id = cluster.cluster_id
         and member.record_id = cluster.primary_record_id)`,
    [reviewId, clusterIds],
  );
}

/** After members have gone: a cluster of one is dissolved, and one whose primary record has gone gets another. */
async function settleCluster(tx: DeedContext, reviewId: string, clusterId: string): Promise<void> {
  const left = await tx.db.find(DuplicateMember, { where: { reviewId, clusterId }, order: { recordId: 'ASC' } });
  const [first] = left;
  if (!first || left.length < 2) {
    await tx.db.delete(DuplicateMember, { reviewId, clusterId });
    await tx.db.delete(DuplicateCluster, { reviewId, clusterId });
    return;
  }
  const cluster = await tx.db.findOneByOrFail(DuplicateCluster, { reviewId, clusterId });
  if (!left.some(member => member.recordId === cluster.primaryRecordId)) {
    await tx.db.update(DuplicateCluster, { reviewId, clusterId }, { primaryRecordId: first.recordId });
  }
}
