import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { AccountExport } from '#entities/AccountExport';
import { Membership } from '#entities/Membership';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';
import { whyNotDeleteAccount } from '#policies/account';
import type { Actor, Context } from '#services/context';
import {
  endCommunities,
  endMentoring,
  endProjects,
  eraseNews,
  erasePersonal,
  erasePrivateRemarks,
} from '#services/people/erasures';
import { leavingFacts } from '#services/people/leaving';
import { type DeedContext, perform } from '#services/perform';
import { lockTeam } from '#services/projects/changeMembers';

/** What a person shows to prove that it is them: their password, or where they sign in by ORCID alone, their iD. */
export interface Proof {
  readonly password: string;
  readonly orcid: string;
}

/**
 * Deletes one's own account, in one transaction. What the person is goes; what they decided and did stays, under "former
 * member". Their seats, open work, openings and mentorships end as if a lead had let them go. Events of the chain are not
 * touched: they never held a name.
 */
export async function deleteAccount(ctx: Context, actor: Actor, proof: Proof): Promise<void> {
  const { personId } = actor;
  await requireProof(ctx, actor, proof);
  const hashes = await perform(ctx, actor, 'delete-account', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('former-members'))");
    await lockTeams(tx, personId);
    const person = await tx.db.findOne(Person, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    if (!person || person.deletedAt) {
      tx.changedNothing();
      return [];
    }
    const facts = await leavingFacts(tx, actor);
    const refusal = whyNotDeleteAccount(facts);
    if (refusal) throw new Problem('conflict', refusal, { projects: facts.ledAlone });
    await witnessReviews(tx, personId);
    await endProjects(
      tx,
      personId,
      facts.aloneIn.map(one => one.projectId),
    );
    await endMentoring(tx, personId);
    await endCommunities(tx, personId);
    await erasePrivateRemarks(tx, personId);
    const exports = await tx.db.findBy(AccountExport, { personId });
    await eraseNews(tx, person);
    await erasePersonal(tx, person);
    await becomeFormer(tx, personId);
    return exports.flatMap(({ fileHash }) => fileHash ?? []);
  });
  for (const hash of hashes) await ctx.files.remove(hash);
}

async function requireProof(ctx: Context, actor: Actor, proof: Proof): Promise<void> {
  const person = await ctx.db.findOneByOrFail(Person, { personId: actor.personId });
  const isByPassword = person.passwordHash !== null;
  const isRight = isByPassword
    ? await ctx.passwords.verify(person.passwordHash ?? '', proof.password)
    : proof.orcid.trim().toUpperCase() === person.orcid;
  if (isRight) return;
  const detail = isByPassword
    ? 'This is not your password. Nothing was deleted.'
    : 'This is not the ORCID iD that you sign in with. Nothing was deleted.';
  throw new Problem('invalid', detail, {}, [{ pointer: isByPassword ? '/body/password' : '/body/orcid', detail }]);
}

/** Locked in the order of their ids: of two leads who leave at once one finds the other gone. */
async function lockTeams(tx: DeedContext, personId: string): Promise<void> {
  const seats = await tx.db.find(Membership, { where: { personId, leftAt: IsNull() }, order: { projectId: 'ASC' } });
  for (const { projectId } of seats) await lockTeam(tx, projectId, personId);
}

/** Each review's own trail says that a member left; the site's says it too. */
async function witnessReviews(tx: DeedContext, personId: string): Promise<void> {
  const seats = await tx.db.findBy(Membership, { personId, leftAt: IsNull() });
  const reviews = await tx.db.findBy(Review, { projectId: In(seats.map(seat => seat.projectId)) });
  for (const { reviewId } of reviews) tx.witness({ reviewId, subjectKind: 'membership', subjectId: personId });
  tx.witness({ subjectKind: 'person', subjectId: personId, facts: { seats: seats.length } });
}

/** "former member", from the second on with a number, so that two are told apart wherever both are named. */
async function becomeFormer(tx: DeedContext, personId: string): Promise<void> {
  const [row]: { count: number }[] = await tx.db.query(
    'select count(*)::int as count from persons where deleted_at is not null',
  );
  const nth = (row?.count ?? 0) + 1;
  await tx.db.update(
    Person,
    { personId },
    {
      name: nth === 1 ? 'former member' : `former member ${nth}`,
      email: `${personId}@deleted.invalid`,
      ...{ passwordHash: null, orcid: null, isAdministrator: false, deletedAt: tx.now() },
    },
  );
  await tx.db.query("delete from sessions where sess->>'personId' = $1", [personId]);
}
