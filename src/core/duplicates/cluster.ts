/** A pair that the rules would join, by the places of its records. */
export interface Joinable {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Both bear the same DOI or PMID. */
  readonly hasSameIdentifier: boolean;
}

/** What a union rests on: a person's word, a shared identifier, or the likeness of the fields. */
export type JoinedBy = 'person' | 'identifier' | 'likeness';

export interface Clustering {
  /** For each record the place that stands for its cluster. */
  readonly rootOf: (at: number) => number;
  /** The places of each cluster of two or more records, in order. */
  readonly clusters: readonly (readonly number[])[];
  /** Pairs that were likely, but whose clusters hold two records that must stay apart. */
  readonly refused: readonly Joinable[];
}

/** What may not come together in one cluster. */
export interface Separation {
  /** Records that people have parted from this one: nothing overrules it. */
  readonly partedFrom: (at: number) => readonly number[];
  /** A mark of which a cluster bears one at most, unless a person says otherwise: the PMID. */
  readonly markOf: (at: number) => string | null;
  /** Whether there are signs of two reports between two records. */
  readonly mustStayApart: (a: number, b: number, joined: JoinedBy) => boolean;
}

/** The most member pairs that one union looks at for signs of two reports: larger unions are of many copies, of which each tells the same. */
const MOST_LOOKED_AT = 100;

/**
 * Joins pairs into clusters, what people said first and then the likeliest first. A union is refused when it would put
 * two records together that must stay apart, so that no chain of likenesses overrules a difference.
 * @param size number of records
 * @param decided pairs that people have called the same, in a settled order
 * @param joinable pairs that the rules would join
 */
export function cluster(
  size: number,
  decided: readonly Joinable[],
  joinable: readonly Joinable[],
  { partedFrom, markOf, mustStayApart }: Separation,
): Clustering {
  const root = Int32Array.from({ length: size }, (_, at) => at);
  const members = new Map<number, number[]>();
  const marks = new Map<number, string>();
  const rootOf = (at: number): number => root[at] ?? at;
  const membersOf = (of: number): number[] => members.get(of) ?? [of];
  const markOfCluster = (of: number): string | null => marks.get(of) ?? markOf(of);

  const areParted = (fewer: readonly number[], otherRoot: number): boolean =>
    fewer.some(member => partedFrom(member).some(parted => rootOf(parted) === otherRoot));

  const showTwoReports = (left: readonly number[], right: readonly number[], joined: JoinedBy): boolean => {
    let looked = 0;
    for (const a of left) {
      for (const b of right) {
        if (mustStayApart(a, b, joined)) return true;
        if (++looked >= MOST_LOOKED_AT) return false;
      }
    }
    return false;
  };

  const refused: Joinable[] = [];
  const join = (pair: Joinable, joined: JoinedBy): void => {
    const [a, b] = [rootOf(pair.a), rootOf(pair.b)];
    if (a === b) return;
    const isSecondLarger = membersOf(b).length > membersOf(a).length;
    const [kept, lost] = isSecondLarger ? [b, a] : [a, b];
    const [more, fewer] = [membersOf(kept), membersOf(lost)];
    const [mark, otherMark] = [markOfCluster(kept), markOfCluster(lost)];
    const haveTwoMarks = mark !== null && otherMark !== null && mark !== otherMark;
    if (areParted(fewer, kept) || (joined !== 'person' && (haveTwoMarks || showTwoReports(fewer, more, joined)))) {
      refused.push(pair);
      return;
    }
    for (const member of fewer) {
      root[member] = kept;
      more.push(member);
    }
    members.delete(lost);
    members.set(kept, more);
    const jointMark = mark ?? otherMark;
    if (jointMark !== null) marks.set(kept, jointMark);
  };
  for (const pair of decided) join(pair, 'person');
  const bestFirst = [...joinable].sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  for (const pair of bestFirst) join(pair, pair.hasSameIdentifier ? 'identifier' : 'likeness');
  const clusters = [...members.values()]
    .map(places => places.sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  return { rootOf, clusters, refused };
}
