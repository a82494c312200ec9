import { contributionsStatement } from '#core/credit/contributionsStatement';
import { creditProposals } from '#core/credit/creditProposals';
import { CREDIT_ROLES } from '#core/credit/creditRoles';
import { SCREENING_ALONE } from '#core/credit/icmjeStatus';
import type { Actor, Context } from '#services/context';
import { confirmed, creditStanding } from '#services/credit/creditStanding';
import { readClaims } from '#services/credit/readClaims';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/**
 * Who did what in a review, counted from its audit events; what was decided is never read. What is printed, the statement
 * and each one's confirmed roles, holds only what the team has confirmed: a log proposes, people agree.
 */
export async function readContributions(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const standing = await creditStanding(ctx, viewer);
  const { ledgers } = standing;
  const claims = confirmed(await readClaims(ctx, viewer, standing.team));
  const proposals = creditProposals(ledgers);
  const names = await namesOf(
    ctx,
    ledgers.map(ledger => ledger.personId),
  );
  const people = ledgers.map(ledger => ({
    personId: ledger.personId,
    name: names.get(ledger.personId) ?? 'former member',
    lines: ledger.contributions.map(one => ({
      deed: one.kind,
      label: one.sentence,
      count: one.count,
      lastAt: new Date(one.lastAt),
    })),
    creditRoles: proposals
      .filter(proposal => proposal.personId === ledger.personId)
      .map(({ label, uri, evidence }) => ({ role: label, uri, evidence: evidence.join('; ') })),
    confirmedRoles: claims
      .filter(claim => claim.personId === ledger.personId)
      .map(({ role, degree }) => `${CREDIT_ROLES[role].label}${degree ? ` (${degree})` : ''}`),
  }));
  return {
    people,
    statement: contributionsStatement(standing.people, claims),
    caveat: SCREENING_ALONE,
  };
}
