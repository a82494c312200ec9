import { In, IsNull } from 'typeorm';
import { contributionLedger } from '#core/credit/contributionLedger';
import { creditProposals } from '#core/credit/creditProposals';
import { AuditEvent } from '#entities/AuditEvent';
import { Membership } from '#entities/Membership';
import { Review } from '#entities/Review';
import type { Actor, Context } from '#services/context';

/** A person's own work over all reviews that they are in, by the log. Events of others are not read, so nothing of theirs is told. */
export async function homeCredit(ctx: Context, actor: Actor) {
  const seats = await ctx.db.findBy(Membership, { personId: actor.personId, leftAt: IsNull() });
  const reviews = await ctx.db.findBy(Review, { projectId: In(seats.map(seat => seat.projectId)) });
  let minutes = 0;
  const totals = new Map<string, number>();
  const roles = new Set<ReturnType<typeof creditProposals>[number]['role']>();
  let worked = 0;
  for (const { reviewId } of reviews) {
    const events = await ctx.db.find(AuditEvent, {
      where: { reviewId, actorId: actor.personId },
      order: { at: 'ASC', eventId: 'ASC' },
    });
    const ledgers = contributionLedger(
      events.map(({ deed, subjectKind, subjectId, at, facts }) => ({
        ...{ actorId: actor.personId, deed, subjectKind, subjectId, at: at.toISOString(), facts: { ...facts } },
      })),
    );
    const contributions = ledgers.flatMap(ledger => ledger.contributions);
    if (contributions.length > 0) worked++;
    for (const one of contributions) {
      totals.set(one.kind, (totals.get(one.kind) ?? 0) + one.count);
      minutes += one.minutes;
    }
    for (const { role } of creditProposals(ledgers)) roles.add(role);
  }
  return {
    recordsScreened: totals.get('decided') ?? 0,
    studiesExtracted: totals.get('extracted') ?? 0,
    hours: Math.round(minutes / 6) / 10,
    reviews: worked,
    roles: [...roles],
  };
}
