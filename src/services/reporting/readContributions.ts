import { contributionsStatement } from '#core/credit/contributionsStatement';
import { creditProposals } from '#core/credit/creditProposals';
import { SCREENING_ALONE } from '#core/credit/icmjeStatus';
import type { Actor, Context } from '#services/context';
import { readLedgers } from '#services/credit/readLedgers';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** Who did what in a review, counted from its audit events; what was decided is never read. */
export async function readContributions(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const ledgers = await readLedgers(ctx, viewer);
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
  }));
  return {
    people,
    statement: contributionsStatement(
      people,
      proposals.map(({ personId, role }) => ({ personId, role })),
    ),
    caveat: SCREENING_ALONE,
  };
}
