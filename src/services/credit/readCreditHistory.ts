import { In } from 'typeorm';
import { CREDIT_ROLE_SLUGS, CREDIT_ROLES } from '#core/credit/creditRoles';
import { AuditEvent } from '#entities/AuditEvent';
import { deedSentence } from '#services/audit/deedSentence';
import type { Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';

const DEEDS = [
  ...['claim-role', 'withdraw-claim', 'answer-claim', 'order-authors', 'declare-writing', 'withdraw-writing'],
  ...['approve-manuscript', 'withdraw-approval', 'accept-accountability', 'withdraw-accountability'],
];
type Facts = Readonly<Record<string, unknown>>;

const MOST_SHOWN = 200;

/** Every claim, answer and declaration of a review, newest first, from its audit events. */
export async function readCreditHistory(ctx: Context, reviewId: string) {
  const events = await ctx.db.find(AuditEvent, {
    where: { reviewId, deed: In(DEEDS) },
    order: { at: 'DESC', eventId: 'DESC' },
    take: MOST_SHOWN,
  });
  const said = events.map(event => ({ ...event, facts: { ...event.facts } as Facts })); // the column's own type is object
  const named = said.flatMap(({ actorId, facts }) => [actorId, facts.claimant]);
  const names = await namesOf(
    ctx,
    named.filter(id => typeof id === 'string'),
  );
  const nameOf = (id: unknown) => (typeof id === 'string' ? names.get(id) : undefined) ?? 'former member';
  return said.map(({ at, actorId, deed, facts }) => ({
    at,
    name: nameOf(actorId),
    sentence: sentenceOf(deed, facts, nameOf),
  }));
}

function sentenceOf(deed: string, facts: Readonly<Record<string, unknown>>, nameOf: (id: unknown) => string): string {
  const role = CREDIT_ROLE_SLUGS.find(slug => slug === facts.role);
  if (!role) return deedSentence(deed);
  const { label } = CREDIT_ROLES[role];
  const degree = typeof facts.degree === 'string' ? ` (${facts.degree})` : '';
  if (deed === 'claim-role') return `claimed ${label}${degree}`;
  if (deed === 'withdraw-claim') return `withdrew the claim of ${label}`;
  return `${facts.verdict === 'confirmed' ? 'confirmed' : 'disputed'} ${nameOf(facts.claimant)}’s claim of ${label}`;
}
