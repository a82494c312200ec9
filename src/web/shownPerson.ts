let shown: string | null = null;
/** The last person who was signed in here, also after their session ended. */
let last: string | null = null;

/** Whose page this is: the person that the last answer about the session named, null for a visitor. */
export function shownPerson(): string | null {
  return shown;
}

/** Notes whose page this is. Gives true when it was somebody else's: what was fetched for them must not stay. */
export function showPerson(personId: string | null): boolean {
  const isSomebodyElse = personId !== null && last !== null && last !== personId;
  shown = personId;
  last = personId ?? last;
  return isSomebodyElse;
}
