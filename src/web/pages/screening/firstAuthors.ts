const MOST = 4;
const SHOWN = 3;

/** "Lindqvist A, Moreau P, Haddad S, et al.": up to four authors in full, of more the first three. */
export function firstAuthors(authorsText: string): string {
  const authors = authorsText.split(';').map(author => author.trim());
  return authors.length <= MOST ? authors.join(', ') : `${authors.slice(0, SHOWN).join(', ')}, et al.`;
}
