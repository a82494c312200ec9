import { IsNull } from 'typeorm';
import { STAGES } from '#core/vocabulary';
import { RetractionAlarm } from '#entities/RetractionAlarm';
import { whyNotSeeFlow } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { listRetractionAlarms } from '#services/imports/retractionAlarms';
import { readAgreement } from '#services/screening/readAgreement';
import { standInReview } from '#services/standing';

/**
 * What a lead keeps an eye on in each review: how far screeners agree, at the last stage where two have decided on anything, and
 * retractions that nobody has looked into. Agreement is none where the lead is blind to decisions themselves.
 */
export async function homeWatch(ctx: Context, actor: Actor) {
  const led: { review_id: string; title: string }[] = await ctx.db.query(
    `select review.review_id, review.title from reviews review join memberships seat on seat.project_id = review.project_id
     where seat.person_id = $1 and seat.left_at is null and 'lead' = any(seat.roles) order by review.review_id`,
    [actor.personId],
  );
  const reviews = [];
  for (const { review_id: reviewId, title } of led) {
    reviews.push({
      ...{ reviewId, title, agreement: await agreementIn(ctx, actor, reviewId) },
      retractions: await retractionsIn(ctx, actor, reviewId),
    });
  }
  return { reviews };
}

async function agreementIn(ctx: Context, actor: Actor, reviewId: string) {
  if (whyNotSeeFlow(await standInReview(ctx, actor, reviewId)) !== null) return null;
  for (const stage of STAGES.toReversed()) {
    const { records, kappa } = await readAgreement(ctx, actor, { reviewId, stage });
    if (records > 0) return { stage, records, kappa: kappa.value, because: kappa.because };
  }
  return null;
}

/** Alarms are read one by one only where there are any: that of an included record comes first. */
async function retractionsIn(ctx: Context, actor: Actor, reviewId: string) {
  if (!(await ctx.db.existsBy(RetractionAlarm, { reviewId, settledAt: IsNull() }))) return null;
  const { alarms } = await listRetractionAlarms(ctx, actor, reviewId);
  const first = alarms.find(alarm => alarm.isIncluded === true) ?? alarms[0];
  return { open: alarms.length, title: first?.title ?? '', isIncluded: first?.isIncluded ?? null };
}
