import type { RecordAuthor } from '#core/searching/record';

/** What is known of a person who might be an author of a record. */
export interface PossibleAuthor {
  readonly name: string;
  readonly orcid: string | null;
  /** Any words that tell where the person works. */
  readonly affiliation: string;
}

/**
 * What speaks for it that a person wrote a record: the same ORCID iD · the same name and a shared affiliation · the name
 * alone. Two people who bear one name are told apart by their iDs where both are known.
 */
export const AUTHOR_SIGNS = ['orcid', 'name-and-affiliation', 'name'] as const;
export type AuthorSign = (typeof AUTHOR_SIGNS)[number];

/**
 * The strongest sign that this person is among the authors, or null. A name agrees when the family name is the same and
 * the given names don't contradict each other: "Chen W" agrees with "Wei-Lin Chen", "Chen, Li" doesn't.
 */
export function authorSign(
  person: PossibleAuthor,
  authors: readonly Pick<RecordAuthor, 'last' | 'fore' | 'initials' | 'affiliations' | 'orcid'>[],
): AuthorSign | null {
  const signs = authors.map(author => signOf(person, author));
  return AUTHOR_SIGNS.find(sign => signs.includes(sign)) ?? null;
}

function signOf(person: PossibleAuthor, author: Parameters<typeof authorSign>[1][number]): AuthorSign | null {
  const [own, theirs] = [orcidOf(person.orcid), orcidOf(author.orcid)];
  if (own !== null && theirs !== null) return own === theirs ? 'orcid' : null;
  if (!isSameName(person.name, author)) return null;
  const places = new Set(author.affiliations.flatMap(tellingWords));
  return tellingWords(person.affiliation).some(word => places.has(word)) ? 'name-and-affiliation' : 'name';
}

function isSameName(
  name: string,
  author: { last: string | null; fore: string | null; initials: string | null },
): boolean {
  const family = joined(author.last ?? '');
  const words = plain(name)
    .split(' ')
    .filter(word => word !== '');
  if (family === '' || words.length === 0) return false;
  return givenNames(words, family).some(own => doGivenNamesAgree(own, author));
}

/** What is left of a name without its family name, which may stand last ("de la Cruz", "Cruz") or first. */
function givenNames(words: readonly string[], family: string): readonly (readonly string[])[] {
  const last = words.flatMap((_, place) => (words.slice(place).join('') === family ? [words.slice(0, place)] : []));
  const first = words.flatMap((_, place) =>
    words.slice(0, place + 1).join('') === family ? [words.slice(place + 1)] : [],
  );
  return [...last, ...first];
}

function doGivenNamesAgree(own: readonly string[], author: { fore: string | null; initials: string | null }): boolean {
  const [mine = ''] = own;
  const [theirs = ''] = plain(author.fore ?? author.initials ?? '').split(' ');
  // One of the two says no given name: nothing contradicts.
  if (mine === '' || theirs === '') return true;
  if (author.fore === null || mine.length < 3 || theirs.length < 3) return mine.charAt(0) === theirs.charAt(0);
  const [whole, other] = [own.join(''), joined(author.fore)];
  return whole.startsWith(theirs) || other.startsWith(mine);
}

/** Every run of words that could be the family name, as one word each: for finding authors before looking at them closely. */
export function familyNames(name: string): readonly string[] {
  const words = plain(name)
    .split(' ')
    .filter(word => word !== '');
  return [...new Set(words.flatMap((_, place) => [words.slice(place).join(''), words.slice(0, place + 1).join('')]))];
}

/** Lower case without accents, hyphens and points. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function joined(text: string): string {
  return plain(text).replaceAll(' ', '');
}

function orcidOf(text: string | null): string | null {
  return /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i.exec(text ?? '')?.[1]?.toUpperCase() ?? null;
}

const COMMON = new Set(
  'and the for from with department dept division unit faculty school college institute institution university hospital clinic centre center medical medicine health sciences science research national general resident physician doctor student professor'.split(
    ' ',
  ),
);

function tellingWords(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter(word => word.length > 2 && !COMMON.has(word));
}
