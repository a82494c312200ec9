/** Whether the team agrees that somebody had a role. */
export type ClaimState =
  /** It waits for the team. */
  | 'claimed'
  | 'confirmed'
  /** Somebody disagrees: it is printed nowhere until that is settled. */
  | 'disputed';

export const CLAIM_VERDICTS = ['confirmed', 'disputed'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

export interface ClaimAnswer {
  readonly answeredBy: string;
  readonly verdict: ClaimVerdict;
}

export interface TeamMember {
  readonly personId: string;
  readonly isLead: boolean;
}

/** Whose word settles a person's claim: the other leads, or all others where the only lead is who claims. */
export function whoConfirms(team: readonly TeamMember[], claimantId: string): readonly string[] {
  const others = team.filter(({ personId }) => personId !== claimantId);
  const leads = others.filter(({ isLead }) => isLead);
  return (leads.length > 0 ? leads : others).map(({ personId }) => personId);
}

/**
 * Where a claim stands. Takes the answers that stand now, one a person, in any order, and the team of today. One dispute by
 * anybody disputes it; it is confirmed by one of those whose word settles it. The claimant's own answer counts nothing.
 */
export function claimState(
  claimantId: string,
  answers: readonly ClaimAnswer[],
  team: readonly TeamMember[],
): ClaimState {
  const ofOthers = answers.filter(({ answeredBy }) => answeredBy !== claimantId);
  if (ofOthers.some(({ verdict }) => verdict === 'disputed')) return 'disputed';
  const settling = new Set(whoConfirms(team, claimantId));
  return ofOthers.some(({ answeredBy }) => settling.has(answeredBy)) ? 'confirmed' : 'claimed';
}
