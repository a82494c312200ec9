import { CREDIT_ROLES } from '#core/credit/creditRoles';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { confirmed, creditStanding, forThePaper } from '#services/credit/creditStanding';
import { readClaims } from '#services/credit/readClaims';

/** What a paper and a public page print: of everybody who worked, the roles that the team has confirmed; a log only proposes. */
export async function printedCredit(ctx: Context, viewer: ReviewStanding) {
  const standing = await creditStanding(ctx, viewer);
  const claims = confirmed(await readClaims(ctx, viewer, standing.team));
  return {
    statement: forThePaper(standing, claims).statement,
    people: standing.people
      .filter(one => one.lines.length > 0)
      .map(({ personId }) => ({
        personId,
        roles: claims
          .filter(claim => claim.personId === personId)
          .map(({ role, degree }) => `${CREDIT_ROLES[role].label}${degree ? ` (${degree})` : ''}`),
      })),
  };
}
