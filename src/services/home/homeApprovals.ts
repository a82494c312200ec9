import { IsNull } from 'typeorm';
import { whoConfirms } from '#core/credit/claimState';
import { Membership } from '#entities/Membership';
import { Review } from '#entities/Review';
import type { Actor, Context } from '#services/context';
import { readClaims } from '#services/credit/readClaims';
import { listMembers } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** What waits for a person's word: agreements that name them and lack their signature, claims that they settle. */
export async function homeApprovals(ctx: Context, actor: Actor) {
  return { agreements: await agreementsToSign(ctx, actor), claims: await claimsToSettle(ctx, actor) };
}

async function agreementsToSign(ctx: Context, actor: Actor) {
  const rows: { project_id: string; title: string; version: number }[] = await ctx.db.query(
    `select newest.project_id, project.title, newest.version
     from (select distinct on (project_id) project_id, version, lines from authorship_agreements
       order by project_id, version desc) newest
     join projects project using (project_id)
     join memberships seat on seat.project_id = newest.project_id and seat.person_id = $1 and seat.left_at is null
     where newest.lines @> jsonb_build_array(jsonb_build_object('personId', $1::text))
       and not exists (select 1 from authorship_signatures s where s.project_id = newest.project_id
         and s.version = newest.version and s.person_id = $1)
     order by project.title`,
    [actor.personId],
  );
  return rows.map(row => ({ projectId: row.project_id, projectTitle: row.title, version: row.version }));
}

async function claimsToSettle(ctx: Context, actor: Actor) {
  const seats = await ctx.db.findBy(Membership, { personId: actor.personId, leftAt: IsNull() });
  const waiting = [];
  for (const { projectId } of seats) {
    const review = await ctx.db.findOneBy(Review, { projectId });
    if (!review) continue;
    const { reviewId, title } = review;
    const members = await listMembers(ctx, projectId);
    const team = members.map(({ personId, roles }) => ({ personId, isLead: roles.includes('lead') }));
    const claims = await readClaims(ctx, await standInReview(ctx, actor, reviewId), team);
    const mine = claims.filter(
      claim =>
        claim.state === 'claimed' &&
        claim.may.answer === null &&
        whoConfirms(team, claim.personId).includes(actor.personId) &&
        !claim.answers.some(answer => answer.isMine),
    );
    if (mine.length > 0) waiting.push({ reviewId, reviewTitle: title, count: mine.length });
  }
  return waiting;
}
