import type { MatchPerson } from '#core/matching/matchable';
import { rankCandidates } from '#core/matching/suggest';
import type { Publication } from '#core/people/publication';
import { authorSign, plain } from '#core/screening/authorship';
import type { RecordAuthor } from '#core/searching/record';

/** What is known of the person whose publications are looked for. Never used: an inferred sex, country or age. */
export interface Claimant {
  readonly name: string;
  readonly orcid: string | null;
  /** Schools, hospitals and places that the person named. */
  readonly affiliation: string;
  readonly interests: string;
  readonly graduationYear: number | null;
  /** Publications that are theirs for certain. */
  readonly claimed: readonly Publication[];
}

export interface AuthorshipWeight {
  /** For ordering: the sum of what speaks for and against. */
  readonly score: number;
  /** The name is among the authors, and no other iD stands beside it. */
  readonly isNamed: boolean;
  /** The iD agrees, or two independent strong signs do: ticked before the person looks. */
  readonly isLikely: boolean;
  /** What speaks for or against it, in a few words each. */
  readonly evidence: readonly string[];
}

/** An author of another name, or another iD: nothing else can make up for it. */
const NOT_AMONG_THE_AUTHORS: AuthorshipWeight = {
  score: -10,
  isNamed: false,
  isLikely: false,
  evidence: ['your name is not among its authors'],
};
/** Who publishes longer than this before the degree is mostly somebody else. */
const YEARS_BEFORE_DEGREE = 8;
const NEAR_PERCENT = 90;
const VERY_NEAR_PERCENT = 97.5;
const FAR_PERCENT = 40;
/** With fewer claimed publications nobody's field is known well enough to call another one far. */
const FEWEST_FOR_A_FIELD = 3;

function nameKey(author: RecordAuthor): string {
  return `${plain(author.last ?? '')} ${plain(author.fore ?? author.initials ?? '').charAt(0)}`;
}

/** Authors who stand in one of the claimed publications too, the person left out. */
function sharedAuthors(publication: Publication, claimant: Claimant): RecordAuthor[] {
  const known = new Set(claimant.claimed.flatMap(one => one.authors.filter(author => author.last).map(nameKey)));
  return publication.authors.filter(
    author => author.last && known.has(nameKey(author)) && authorSign({ ...claimant, orcid: null }, [author]) === null,
  );
}

function topicPercent(publication: Publication, claimant: Claimant): number | null {
  const person: MatchPerson = {
    personId: 'claimant',
    interests: claimant.interests,
    publications: claimant.claimed.map((one, place) => ({ ...one, id: `claimed ${place}` })),
  };
  if (claimant.claimed.length === 0 && claimant.interests.trim() === '') return null;
  const { title, abstract, meshHeadings } = publication;
  const [ranked] = rankCandidates({ openingId: 'publication', title, abstract, meshHeadings }, [person]);
  return ranked?.percent ?? null;
}

/**
 * How likely a publication is a person's, with what speaks for and against it. The name is a gate and never enough: then count a
 * shared iD (5, alone enough), co-authors of claimed publications (2), a shared affiliation (2), topic (2 very near, 1 near, −1 far)
 * and the full given name (0.5); years before the degree count against (−2). Likely is an agreeing iD, or two strong signs of 2.
 *
 * Takes: one publication and what is known of the person. Gives: a score for ordering, and whether to tick it beforehand; the
 * person has the last word. Source: the signs that MEDLINE's author disambiguation uses (Torvik VI, Smalheiser NR. ACM Trans
 * Knowl Discov Data 2009;3(3):11. doi:10.1145/1552303.1552304), without its trained weights.
 */
export function weighAuthorship(publication: Publication, claimant: Claimant): AuthorshipWeight {
  const sign = authorSign(claimant, publication.authors);
  if (sign === null) return NOT_AMONG_THE_AUTHORS;
  const evidence: string[] = [];
  let score = 0;
  let strong = 0;
  const count = (points: number, words: string) => {
    score += points;
    if (points >= 2) strong++;
    evidence.push(words);
  };
  if (sign === 'orcid') count(5, 'same ORCID iD');
  const [coauthor] = sharedAuthors(publication, claimant);
  if (coauthor) count(2, `same co-author: ${coauthor.last}`);
  if (sign === 'name-and-affiliation') count(2, 'same affiliation');
  const percent = topicPercent(publication, claimant);
  if (percent !== null && percent >= VERY_NEAR_PERCENT) count(2, 'your topic');
  else if (percent !== null && percent >= NEAR_PERCENT) count(1, 'near your topic');
  else if (percent !== null && percent < FAR_PERCENT && claimant.claimed.length >= FEWEST_FOR_A_FIELD)
    count(-1, 'other field');
  const given = plain(claimant.name).split(' ')[0] ?? '';
  if (given.length > 2 && publication.authors.some(author => plain(author.fore ?? '').split(' ')[0] === given))
    count(0.5, 'full given name');
  if (
    claimant.graduationYear !== null &&
    publication.year !== null &&
    publication.year < claimant.graduationYear - YEARS_BEFORE_DEGREE
  )
    count(-2, 'long before your degree');
  return { score, isNamed: true, isLikely: sign === 'orcid' || (strong >= 2 && score >= 3), evidence };
}
