import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import { RetractionAlarm } from '#entities/RetractionAlarm';
import { SearchRecord } from '#entities/SearchRecord';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { visibleVerdicts } from '#services/records/visibleVerdicts';
import { standInReview } from '#services/standing';

/** Alarms that nobody has settled. Whether a record is included is said only to who may know. */
export async function listRetractionAlarms(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const open = await ctx.db.find(RetractionAlarm, {
    where: { reviewId, settledAt: IsNull() },
    order: { foundAt: 'DESC' },
    take: 200,
  });
  const recordIds = open.map(alarm => alarm.recordId);
  const records = await ctx.db.findBy(SearchRecord, { reviewId, recordId: In(recordIds) });
  const screened = await visibleVerdicts(ctx, viewer, 'title-and-abstract', recordIds);
  const assessed = await visibleVerdicts(ctx, viewer, 'full-text', recordIds);
  const lastCheck = await ctx.db.findOne(Job, {
    where: { reviewId, kind: 'check-retractions', state: 'done' },
    order: { createdAt: 'DESC' },
  });
  const alarms = open.flatMap(alarm => {
    const record = records.find(one => one.recordId === alarm.recordId);
    if (!record) return [];
    const verdict = assessed.get(alarm.recordId) ?? screened.get(alarm.recordId);
    return [
      {
        ...alarm,
        title: record.title,
        pmid: record.pmid,
        isIncluded: verdict === undefined ? null : verdict === 'included',
      },
    ];
  });
  return { alarms, checkedAt: lastCheck?.finishedAt ?? null, may: { settle: whyNotAct(viewer, 'import') } };
}

/** The team has read the notice and knows what to do with the record. */
export async function settleRetractionAlarm(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; recordId: string },
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  await perform(ctx, actor, 'settle-retraction', async tx => {
    const alarm = await tx.db.findOneBy(RetractionAlarm, key);
    if (!alarm) throw new Problem('not-found', 'There is no such alarm.');
    if (alarm.settledAt) return tx.changedNothing();
    await tx.db.update(RetractionAlarm, key, { settledBy: actor.personId, settledAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'record', subjectId: key.recordId });
  });
}
