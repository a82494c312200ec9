import { IsNull } from 'typeorm';
import { SCREENING_ALONE } from '#core/credit/icmjeStatus';
import { Certificate } from '#entities/Certificate';
import { Review } from '#entities/Review';
import { whyNotOrderAuthors } from '#policies/credit';
import type { Actor, Context } from '#services/context';
import { certificateUrl } from '#services/credit/certificates';
import { confirmed, creditStanding, forThePaper } from '#services/credit/creditStanding';
import { readClaims } from '#services/credit/readClaims';
import { readCreditHistory } from '#services/credit/readCreditHistory';
import { standInReview } from '#services/standing';

/** All that the credit of a review's team rests on, and what follows of it for the paper. */
export async function readCredit(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const standing = await creditStanding(ctx, viewer);
  const claims = await readClaims(ctx, viewer, standing.team);
  const certificates = await ctx.db.find(Certificate, {
    where: { reviewId, personId: actor.personId, withdrawnAt: IsNull() },
    order: { issuedAt: 'DESC' },
  });
  return {
    reviewTitle: review.title,
    people: standing.people.map(person => ({ ...person, isMe: person.personId === actor.personId })),
    claims,
    history: await readCreditHistory(ctx, reviewId),
    certificates: certificates.map(one => ({
      ...{ certificateId: one.certificateId, url: certificateUrl(ctx, one), issuedAt: one.issuedAt },
      lines: one.content.lines.length,
    })),
    ...forThePaper(standing, confirmed(claims)),
    caveat: SCREENING_ALONE,
    may: { orderAuthors: whyNotOrderAuthors(viewer) },
  };
}
