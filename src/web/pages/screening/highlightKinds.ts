/** What a marked word speaks of: for or against the record, or a part of the question. */
export const HIGHLIGHT_KINDS = ['include', 'exclude', 'population', 'intervention', 'comparator', 'outcome'] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

/** The words to mark, by what they speak of. */
export type Highlights = Readonly<Record<HighlightKind, readonly string[]>>;

export const KIND_WORDS: Readonly<Record<HighlightKind, string>> = {
  include: 'For inclusion',
  exclude: 'For exclusion',
  population: 'Population',
  intervention: 'Intervention',
  comparator: 'Comparator',
  outcome: 'Outcome',
};

export function byKind<T>(of: (kind: HighlightKind) => T): Readonly<Record<HighlightKind, T>> {
  return {
    include: of('include'),
    exclude: of('exclude'),
    population: of('population'),
    intervention: of('intervention'),
    comparator: of('comparator'),
    outcome: of('outcome'),
  };
}

/** Two lists as one: the person's own words and those of the question. */
export function joinHighlights(one: Highlights, other: Highlights): Highlights {
  return byKind(kind => [...new Set([...one[kind], ...other[kind]])]);
}

export const NO_HIGHLIGHTS: Highlights = byKind(() => []);
