import { IsNull } from 'typeorm';
import type { ClaimVerdict } from '#core/credit/claimState';
import { whoConfirms } from '#core/credit/claimState';
import { CREDIT_ROLES, type CreditDegree, type CreditRole } from '#core/credit/creditRoles';
import { Problem } from '#core/problem';
import { CreditAnswer } from '#entities/CreditAnswer';
import { CreditClaim } from '#entities/CreditClaim';
import { whyNotAnswerClaim, whyNotWithdrawClaim } from '#policies/credit';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { nameOf, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import { listMembers } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** Claims a role for oneself. The same claim again changes nothing; another degree or note ends the earlier claim. */
export async function claimRole(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { role: CreditRole; degree: CreditDegree | null; note: string },
): Promise<{ id: string }> {
  await standInReview(ctx, actor, reviewId);
  const { personId } = actor;
  const { role, degree, note } = input;
  return perform(ctx, actor, 'claim-role', async tx => {
    // Two clicks at once wait for each other, so that the second finds the claim of the first.
    await tx.db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [reviewId, personId]);
    const standing = await tx.db.findOne(CreditClaim, {
      where: { reviewId, personId, role, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (standing && standing.degree === degree && standing.note === note) {
      tx.changedNothing();
      return { id: standing.claimId };
    }
    if (standing) await tx.db.update(CreditClaim, { reviewId, claimId: standing.claimId }, { endedAt: tx.now() });
    const claimId = tx.newId();
    await tx.db.insert(CreditClaim, {
      ...{ reviewId, claimId, personId, role, degree, note, claimedAt: tx.now(), endedAt: null },
    });
    tx.witness({ reviewId, subjectKind: 'credit-claim', subjectId: claimId, facts: { role, degree } });
    await tellOfClaim(tx, reviewId, claimId, personId, role);
    return { id: claimId };
  });
}

interface ClaimKey {
  readonly reviewId: string;
  readonly claimId: string;
}

export async function withdrawClaim(ctx: Context, actor: Actor, key: ClaimKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { reviewId, claimId } = key;
  await perform(ctx, actor, 'withdraw-claim', async tx => {
    const claim = await requireClaim(tx, key);
    insist(whyNotWithdrawClaim(viewer, claim.personId));
    if (claim.endedAt) return tx.changedNothing();
    await tx.db.update(CreditClaim, { reviewId, claimId }, { endedAt: tx.now() });
    tx.witness({ reviewId, subjectKind: 'credit-claim', subjectId: claimId, facts: { role: claim.role } });
  });
}

/** Confirms or disputes another person's claim. A claim that has been replaced or withdrawn meanwhile is a 'conflict'. */
export async function answerClaim(
  ctx: Context,
  actor: Actor,
  key: ClaimKey,
  { verdict, reason }: { verdict: ClaimVerdict; reason: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { reviewId, claimId } = key;
  const answeredBy = actor.personId;
  await perform(ctx, actor, 'answer-claim', async tx => {
    const claim = await requireClaim(tx, key);
    insist(whyNotAnswerClaim(viewer, claim.personId));
    if (claim.endedAt) {
      throw new Problem(
        'conflict',
        'This claim was withdrawn or changed meanwhile. Load the page to see what stands now.',
      );
    }
    const standing = await tx.db.findOneBy(CreditAnswer, { reviewId, claimId, answeredBy, endedAt: IsNull() });
    if (standing?.verdict === verdict && standing.reason === reason) return tx.changedNothing();
    if (standing) {
      await tx.db.update(CreditAnswer, { reviewId, answerId: standing.answerId }, { endedAt: tx.now() });
    }
    const answerId = tx.newId();
    await tx.db.insert(CreditAnswer, {
      ...{ reviewId, answerId, claimId, answeredBy, verdict, reason, answeredAt: tx.now(), endedAt: null },
    });
    tx.witness({
      ...{ reviewId, subjectKind: 'credit-claim', subjectId: claimId },
      facts: { role: claim.role, verdict, claimant: claim.personId },
    });
    await notify(tx, [claim.personId], {
      ...{ kind: 'claim-answered', about: answerId, link: `/reviews/${reviewId}/credit` },
      title: `${await nameOf(tx, answeredBy)} ${verdict === 'confirmed' ? 'confirms' : 'disputes'} your role: ${CREDIT_ROLES[claim.role].label}`,
      line: (await namesOfReview(tx, reviewId)).title,
    });
  });
}

async function requireClaim(tx: DeedContext, key: ClaimKey): Promise<CreditClaim> {
  const claim = await tx.db.findOne(CreditClaim, { where: { ...key }, lock: { mode: 'pessimistic_write' } });
  if (!claim) throw new Problem('not-found', 'There is no such claim.');
  return claim;
}

/** Those who can confirm a claim hear of it. */
async function tellOfClaim(
  tx: DeedContext,
  reviewId: string,
  claimId: string,
  claimant: string,
  role: CreditRole,
): Promise<void> {
  const { title, projectId } = await namesOfReview(tx, reviewId);
  const members = await listMembers(tx, projectId);
  const team = members.map(({ personId, roles }) => ({ personId, isLead: roles.includes('lead') }));
  await notify(tx, whoConfirms(team, claimant), {
    ...{ kind: 'role-claimed', about: claimId, line: title, link: `/reviews/${reviewId}/credit` },
    title: `${await nameOf(tx, claimant)} claims a role: ${CREDIT_ROLES[role].label}`,
  });
}
