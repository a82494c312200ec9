import { IsNull } from 'typeorm';
import { CREDIT_ROLES } from '#core/credit/creditRoles';
import { Problem } from '#core/problem';
import { Certificate, type CertificateContent } from '#entities/Certificate';
import { Review } from '#entities/Review';
import { verifyReview } from '#services/audit/verifyAudit';
import type { Actor, Context } from '#services/context';
import { confirmed, creditStanding } from '#services/credit/creditStanding';
import { readClaims } from '#services/credit/readClaims';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Somebody who has no part in the review and so sees no more than every blind member. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Where anybody can check a certificate. */
export function certificateUrl(ctx: Context, { reviewId, code }: Certificate): string {
  return `${ctx.publicUrl}/certificates/${reviewId}/${code}`;
}

/** Issues a certificate of one's own work, as the log stands now. One that says the same already is given again. */
export async function issueCertificate(ctx: Context, actor: Actor, reviewId: string): Promise<{ id: string }> {
  const content = await contentOf(ctx, actor, reviewId);
  const { personId } = actor;
  return perform(ctx, actor, 'issue-certificate', async tx => {
    // Two clicks at once wait for each other here.
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const [last] = await tx.db.find(Certificate, {
      where: { reviewId, personId, withdrawnAt: IsNull() },
      order: { issuedAt: 'DESC' },
      take: 1,
    });
    if (last && saysTheSame(last.content, content)) {
      tx.changedNothing();
      return { id: last.certificateId };
    }
    const certificateId = tx.newId();
    await tx.db.insert(Certificate, {
      ...{ reviewId, certificateId, personId, code: tx.newToken(), content, issuedAt: tx.now(), withdrawnAt: null },
    });
    tx.witness({ reviewId, subjectKind: 'certificate', subjectId: certificateId });
    return { id: certificateId };
  });
}

function saysTheSame(one: CertificateContent, other: CertificateContent): boolean {
  const said = ({ name, reviewTitle, lines, roles }: CertificateContent) =>
    JSON.stringify([name, reviewTitle, lines.map(({ label, count, minutes }) => [label, count, minutes]), roles]);
  return said(one) === said(other);
}

/**
 * While a stage is open a certificate leaves out what a blind member may not learn, such as that its owner settled
 * conflicts: whoever is shown it may be one.
 */
async function contentOf(ctx: Context, actor: Actor, reviewId: string): Promise<CertificateContent> {
  const viewer = await standInReview(ctx, actor, reviewId);
  const asTheLeastMaySee = { ...viewer, personId: NOBODY, roles: [] };
  const standing = await creditStanding(ctx, asTheLeastMaySee);
  const me = standing.people.find(one => one.personId === actor.personId);
  if (!me || me.lines.length === 0) throw new Problem('conflict', 'The log shows nothing of yours in this review yet.');
  const claims = confirmed(await readClaims(ctx, viewer, standing.team));
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const { chain } = await verifyReview(ctx, reviewId);
  return {
    name: me.name,
    reviewTitle: review.title,
    lines: me.lines.map(({ label, count, minutes }) => ({ label, count, minutes })),
    roles: claims
      .filter(({ personId }) => personId === actor.personId)
      .map(({ role, degree }) => `${CREDIT_ROLES[role].label}${degree ? ` (${degree})` : ''}`),
    firstAt: me.lines.map(({ firstAt }) => firstAt.toISOString()).sort()[0] ?? '',
    lastAt:
      me.lines
        .map(({ lastAt }) => lastAt.toISOString())
        .sort()
        .at(-1) ?? '',
    fingerprint: chain.holds && chain.length > 0 ? chain.fingerprint : null,
  };
}

export async function withdrawCertificate(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; certificateId: string },
): Promise<void> {
  await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, 'withdraw-certificate', async tx => {
    const certificate = await tx.db.findOne(Certificate, {
      where: { ...key, personId: actor.personId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!certificate) throw new Problem('not-found', 'There is no such certificate of yours.');
    if (certificate.withdrawnAt) return tx.changedNothing();
    await tx.db.update(Certificate, key, { withdrawnAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'certificate', subjectId: key.certificateId });
  });
}

/** For whoever was given the link. A wrong link and a withdrawn certificate get the same answer. */
export async function checkCertificate(ctx: Context, key: { reviewId: string; code: string }) {
  const certificate = await ctx.db.findOneBy(Certificate, { ...key, withdrawnAt: IsNull() });
  if (!certificate) {
    throw new Problem('not-found', 'There is no such certificate, or the person it was made for has withdrawn it.');
  }
  const { content, issuedAt } = certificate;
  return { ...content, issuedAt, firstAt: new Date(content.firstAt), lastAt: new Date(content.lastAt) };
}
