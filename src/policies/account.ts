import type { Refusal } from '#policies/refusal';

export interface Leaving {
  /** Projects with other people in them whose only lead this person is. */
  readonly ledAlone: readonly string[];
  /** Communities with other members whose whole core team this person is. */
  readonly coreAlone: readonly string[];
  readonly isAdministrator: boolean;
  readonly otherAdministrators: number;
  /** Other people with an account here. */
  readonly otherPeople: number;
}

/** Why somebody may not delete their account yet, with the way out, or null. */
export function whyNotDeleteAccount(facts: Leaving): Refusal {
  if (facts.ledAlone.length > 0) {
    const [one, ...more] = facts.ledAlone;
    const which = more.length === 0 ? `“${one}”` : facts.ledAlone.map(title => `“${title}”`).join(', ');
    return `You are the only lead of ${which}, and others work there. Make one of them a lead first, on the page of the team.`;
  }
  const [community] = facts.coreAlone;
  if (community !== undefined) {
    return `You are the whole core team of “${community}”. Take somebody else into it first, on the page of the community.`;
  }
  if (facts.isAdministrator && facts.otherAdministrators === 0 && facts.otherPeople > 0) {
    return 'You are the only administrator here. Make somebody else one first, on their page.';
  }
  return null;
}

/** Why somebody may not make another person an administrator, or end it, or null. */
export function whyNotSetAdministrator(facts: {
  readonly actorIsAdministrator: boolean;
  readonly isSelf: boolean;
}): Refusal {
  if (!facts.actorIsAdministrator) return 'Only an administrator may do this.';
  return facts.isSelf ? 'Another administrator does this for you, so that there is always one.' : null;
}
