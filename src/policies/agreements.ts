import type { Refusal } from '#policies/refusal';

/** What decides whether somebody may sign a version. */
export interface SignCase {
  readonly isNamed: boolean;
  readonly isNewest: boolean;
  readonly hasSigned: boolean;
  readonly hasPassword: boolean;
}

/** Why somebody may not ask for a change of a version, or null. */
export function whyNotAskForChange(at: Omit<SignCase, 'hasPassword'>): Refusal {
  if (!at.isNamed) return 'Only who is named in this version asks for a change of it.';
  if (!at.isNewest) return 'There is a newer version. Read that one.';
  return at.hasSigned ? 'You have signed this version. Talk to a lead: a new version asks for new signatures.' : null;
}

export function whyNotSign(at: SignCase): Refusal {
  if (!at.isNamed) return 'You are not named in this version.';
  if (!at.isNewest) return 'There is a newer version. Read and sign that one.';
  if (at.hasSigned) return 'You have signed this version.';
  if (!at.hasPassword)
    return 'You sign with a password, and this account has none yet. Set one by “Forgot it?” at the sign-in page.';
  return null;
}
