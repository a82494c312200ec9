import Fuse from 'fuse.js';

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

/**
 * Names and titles that a person may have meant, misspellings and missing accents forgiven, best first. The only door to
 * fuse.js. An empty question finds nothing.
 */
export function findNames(question: string, among: readonly Named[], most = 20): FoundName[] {
  const asked = question.trim();
  if (asked === '') return [];
  const search = new Fuse(among, {
    keys: ['name'],
    includeScore: true,
    includeMatches: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.4,
    minMatchCharLength: Math.min(2, asked.length),
  });
  return search.search(asked, { limit: most }).map(({ item, score, matches }) => ({
    id: item.id,
    name: item.name,
    distance: score ?? 0,
    letters: (matches?.[0]?.indices ?? []).map(([first, last]) => [first, last] as const),
  }));
}
