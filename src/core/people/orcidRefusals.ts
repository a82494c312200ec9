/** Why a visit to ORCID came to nothing, as the person who comes back from there reads it. The word stands in the address. */
export const ORCID_REFUSALS = {
  expired: 'This sign-in was begun in another browser or too long ago. Begin again.',
  refused: 'ORCID did not confirm this sign-in. Nothing was changed; begin again.',
  taken:
    'This ORCID iD belongs to another account. Nothing was changed; sign out and go on with ORCID to use that account.',
  away: 'ORCID does not answer now. Sign in with e-mail and password, or try again later.',
} as const;

export type OrcidRefusal = keyof typeof ORCID_REFUSALS;

/** The sentence of a word from an address; null for any other word. */
export function orcidRefusal(word: string): string | null {
  return isRefusal(word) ? ORCID_REFUSALS[word] : null;
}

function isRefusal(word: string): word is OrcidRefusal {
  return Object.hasOwn(ORCID_REFUSALS, word);
}
