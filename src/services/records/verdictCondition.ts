import type { Verdict } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Context } from '#services/context';
import { loadTallyKinds } from '#services/records/tallies';
import type { Bind } from '#services/records/wordCondition';

/**
 * Records of these verdicts on title and abstract, as a condition on `record_index record`. Refused to the blind. To those
 * who may ask, no record on which somebody is still awaited is anything but pending, so that it tells nothing of it.
 */
export async function verdictCondition(
  ctx: Context,
  viewer: ReviewStanding,
  wanted: readonly Verdict[],
  bind: Bind,
): Promise<string> {
  insist(whyNotSeeVerdicts(viewer));
  const { verdicts, byRecord } = await loadTallyKinds(ctx, viewer, 'title-and-abstract');
  // Pending is all of which nothing else is known: then those that are not wanted are listed.
  const isTurned = wanted.includes('pending');
  const isListed = (verdict: Verdict) => verdict !== 'pending' && wanted.includes(verdict) !== isTurned;
  const tallies = [...verdicts].filter(([, verdict]) => isListed(verdict)).map(([tally]) => tally);
  const recordIds = [...byRecord].filter(([, verdict]) => isListed(verdict)).map(([recordId]) => recordId);
  const conditions = [
    `${isTurned ? 'not ' : ''}exists (select 1 from record_tallies kept where kept.review_id = $1
      and kept.stage = 'title-and-abstract' and kept.record_id = record.record_id and kept.tally = any(${bind(tallies)}))`,
    ...(recordIds.length === 0 ? [] : [`${isTurned ? 'not ' : ''}record.record_id = any(${bind(recordIds)}::uuid[])`]),
  ];
  return `(${conditions.join(isTurned ? ' and ' : ' or ')})`;
}
