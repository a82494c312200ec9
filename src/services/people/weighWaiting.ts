import { type Claimant, weighAuthorship } from '#core/people/weighAuthorship';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { DeedContext } from '#services/perform';

/** What is known of a person at this moment, to weigh publications by. */
export async function claimantOf(
  tx: DeedContext,
  personId: string,
  stored: readonly ClaimedPublication[],
): Promise<Claimant> {
  const person = await tx.db.findOneByOrFail(Person, { personId });
  const profile = await tx.db.findOneByOrFail(Profile, { personId });
  return {
    name: person.name,
    orcid: person.orcid,
    affiliation: [profile.affiliation, profile.medicalSchool, profile.headline].join(' '),
    interests: profile.interests,
    graduationYear: profile.graduationYear,
    claimed: stored.filter(one => one.state === 'claimed'),
  };
}

/** Weighs what waits for the person's word anew: each publication that is theirs tells more of the others. */
export async function weighWaiting(tx: DeedContext, personId: string): Promise<void> {
  const stored = await tx.db.findBy(ClaimedPublication, { personId });
  const waiting = stored.filter(one => one.state === 'proposed');
  if (waiting.length === 0) return;
  const claimant = await claimantOf(tx, personId, stored);
  for (const one of waiting) {
    const { score, isLikely, evidence } = weighAuthorship(one, claimant);
    if (score === one.score && evidence.join() === one.evidence.join()) continue;
    const { publicationId } = one;
    await tx.db.update(ClaimedPublication, { personId, publicationId }, { score, isLikely, evidence: [...evidence] });
  }
}
