import { type ContributionEvent, contributionLedger, type PersonLedger } from '#core/credit/contributionLedger';
import { STAGES, type Stage } from '#core/vocabulary';
import { AuditEvent } from '#entities/AuditEvent';
import type { ReviewStanding } from '#policies/standing';
import { maySeeCredit } from '#policies/visibility';
import type { Context } from '#services/context';

/** Everybody's ledger as a member may see it, from the audit events; what was decided is never read. */
export async function readLedgers(ctx: Context, viewer: ReviewStanding): Promise<readonly PersonLedger[]> {
  return contributionLedger(await creditedEvents(ctx, viewer));
}

async function creditedEvents(ctx: Context, viewer: ReviewStanding): Promise<ContributionEvent[]> {
  const { reviewId } = viewer;
  const events = await ctx.db.find(AuditEvent, { where: { reviewId }, order: { at: 'ASC', eventId: 'ASC' } });
  return events.flatMap(({ actorId, deed, subjectKind, subjectId, at, facts }) =>
    actorId === null || !maySeeCredit(viewer, { actorId, deed, stage: stageOf({ ...facts }) })
      ? []
      : [{ actorId, deed, subjectKind, subjectId, at: at.toISOString(), facts: { ...facts } }],
  );
}

function stageOf({ stage }: { readonly stage?: unknown }): Stage | null {
  return STAGES.find(one => one === stage) ?? null;
}
