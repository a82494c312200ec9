import { contributionLedger } from '#core/credit/contributionLedger';
import { contributionsStatement } from '#core/credit/contributionsStatement';
import { creditProposals } from '#core/credit/creditProposals';
import { SCREENING_ALONE } from '#core/credit/icmjeStatus';
import { AuditEvent } from '#entities/AuditEvent';
import { hasRole, type ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** Who did what in a review, counted from its audit events; what was decided is never read. */
export async function readContributions(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const events = await ctx.db.find(AuditEvent, { where: { reviewId }, order: { at: 'ASC', eventId: 'ASC' } });
  const ledgers = contributionLedger(
    events.flatMap(({ actorId, deed, subjectKind, subjectId, at, facts }) =>
      actorId === null || isHidden(viewer, deed)
        ? []
        : [{ actorId, deed, subjectKind, subjectId, at: at.toISOString(), facts: { ...facts } }],
    ),
  );
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

/** That somebody settled a conflict tells a blind screener that there was one. */
function isHidden(viewer: ReviewStanding, deed: string): boolean {
  if (hasRole(viewer, 'lead', 'adjudicator')) return false;
  const isBlind = viewer.closedStages.length < 2;
  return isBlind && (deed === 'adjudicate-record' || deed === 'reopen-record');
}
