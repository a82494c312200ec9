import { Person } from '#entities/Person';
import { whyNotDeleteAccount } from '#policies/account';
import type { Actor, Context } from '#services/context';
import { lastExport } from '#services/people/exportAccount';
import { leavingFacts } from '#services/people/leaving';

/** One's own account: what can be taken along, and what deleting it would do. */
export async function readAccount(ctx: Context, actor: Actor) {
  const person = await ctx.db.findOneByOrFail(Person, { personId: actor.personId });
  const facts = await leavingFacts(ctx, actor);
  const { seats, openApplications, mentorships, decisions } = facts;
  return {
    ...{ name: person.name, email: person.email, orcid: person.orcid, createdAt: person.createdAt },
    confirmsBy: person.passwordHash === null ? ('orcid' as const) : ('password' as const),
    lastExport: await lastExport(ctx, actor),
    leaving: { seats, openApplications, mentorships, decisions, aloneIn: facts.aloneIn.map(({ title }) => title) },
    may: { remove: whyNotDeleteAccount(facts) },
  };
}
