import { IsNull } from 'typeorm';
import { claimState, type TeamMember, whoConfirms } from '#core/credit/claimState';
import { CreditAnswer } from '#entities/CreditAnswer';
import { CreditClaim } from '#entities/CreditClaim';
import { whyNotAnswerClaim, whyNotWithdrawClaim } from '#policies/credit';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';

/** The claims that stand, oldest first, with what others say to them. */
export async function readClaims(ctx: Context, viewer: ReviewStanding, team: readonly TeamMember[]) {
  const { reviewId } = viewer;
  const claims = await ctx.db.find(CreditClaim, {
    where: { reviewId, endedAt: IsNull() },
    order: { claimedAt: 'ASC', claimId: 'ASC' },
  });
  const answers = await ctx.db.find(CreditAnswer, {
    where: { reviewId, endedAt: IsNull() },
    order: { answeredAt: 'ASC', answerId: 'ASC' },
  });
  const names = await namesOf(ctx, [...team.map(one => one.personId), ...answers.map(one => one.answeredBy)]);
  const nameOf = (personId: string) => names.get(personId) ?? 'former member';
  return claims.map(({ claimId, personId, role, degree, note, claimedAt }) => {
    const own = answers.filter(answer => answer.claimId === claimId);
    const state = claimState(personId, own, team);
    return {
      ...{ claimId, personId, role, degree, note, claimedAt, state },
      waitsFor: state === 'claimed' ? whoConfirms(team, personId).map(nameOf) : [],
      answers: own.map(({ answeredBy, verdict, reason, answeredAt }) => ({
        ...{ name: nameOf(answeredBy), isMine: answeredBy === viewer.personId, verdict, reason, answeredAt },
      })),
      may: { answer: whyNotAnswerClaim(viewer, personId), withdraw: whyNotWithdrawClaim(viewer, personId) },
    };
  });
}
