import Fuse, { type FuseResult } from 'fuse.js';

/** Something that is found by its name or title. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FoundName {
  readonly id: string;
  readonly name: string;
  /** 0 is a perfect hit, 1 none at all. */
  readonly distance: number;
  /** Which letters were hit: [first, last] positions in the name. */
  readonly letters: readonly (readonly [number, number])[];
}

const FORGIVING = {
  keys: ['name'],
  includeScore: true,
  includeMatches: true,
  ignoreLocation: true,
  ignoreDiacritics: true,
};
/** Two of five letters may be wrong in a name that one half remembers … */
const NAME_DISTANCE = 0.4;
/** … but in a word that is looked for one in four: else “sepsis” finds “tuberculosis”. */
const WORD_DISTANCE = 0.25;

/**
 * Names and titles that a person may have meant, misspellings and missing accents forgiven, best first. The only door to
 * fuse.js. An empty question finds nothing.
 */
export function findNames(question: string, among: readonly Named[], most = 20): FoundName[] {
  const asked = question.trim();
  if (asked === '') return [];
  const minMatchCharLength = Math.min(2, asked.length);
  const search = new Fuse(among, { ...FORGIVING, threshold: NAME_DISTANCE, minMatchCharLength });
  return search.search(asked, { limit: most }).map(foundName);
}

/** Texts in which each word of the question stands, in whatever order and with a misspelling in four letters, best first. */
export function findWords(question: string, among: readonly Named[], most = 20): FoundName[] {
  const asked = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (asked.length === 0) return [];
  // The words of fuse.js’s own language are letters and digits here, so none of its signs gets in.
  const search = new Fuse(among, { ...FORGIVING, threshold: WORD_DISTANCE, useExtendedSearch: true });
  return search.search(asked.join(' '), { limit: most }).map(foundName);
}

function foundName({ item, score, matches }: FuseResult<Named>): FoundName {
  return {
    id: item.id,
    name: item.name,
    distance: score ?? 0,
    letters: (matches?.[0]?.indices ?? []).map(([first, last]) => [first, last] as const),
  };
}
