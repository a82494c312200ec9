import { type ContributionEvent, contributionLedger, type PersonLedger } from '#core/credit/contributionLedger';
import { AuditEvent } from '#entities/AuditEvent';
import { hasRole, type ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';

/** Everybody's ledger as a member may see it, from the audit events; what was decided is never read. */
export async function readLedgers(ctx: Context, viewer: ReviewStanding): Promise<readonly PersonLedger[]> {
  return contributionLedger(await creditedEvents(ctx, viewer));
}

async function creditedEvents(ctx: Context, viewer: ReviewStanding): Promise<ContributionEvent[]> {
  const { reviewId } = viewer;
  const events = await ctx.db.find(AuditEvent, { where: { reviewId }, order: { at: 'ASC', eventId: 'ASC' } });
  return events.flatMap(({ actorId, deed, subjectKind, subjectId, at, facts }) =>
    actorId === null || isHidden(viewer, deed)
      ? []
      : [{ actorId, deed, subjectKind, subjectId, at: at.toISOString(), facts: { ...facts } }],
  );
}

/** That somebody settled a conflict tells a blind screener that there was one. */
function isHidden(viewer: ReviewStanding, deed: string): boolean {
  if (hasRole(viewer, 'lead', 'adjudicator')) return false;
  const isBlind = viewer.closedStages.length < 2;
  return isBlind && (deed === 'adjudicate-record' || deed === 'reopen-record');
}
