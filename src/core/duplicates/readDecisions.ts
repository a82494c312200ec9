import type { Joinable } from '#core/duplicates/cluster';
import type { HumanDecisions } from '#core/duplicates/record';

/** What people have said, by the places of the records. */
export interface ReadDecisions {
  readonly same: readonly Joinable[];
  readonly different: readonly Joinable[];
  /** One number for each pair of places, whichever comes first. */
  readonly keyOf: (a: number, b: number) => number;
  readonly calledSame: ReadonlySet<number>;
  /** The records that people have parted from one. */
  readonly partedFrom: (at: number) => readonly number[];
}

const NOBODY: readonly number[] = [];

function partners(pairs: readonly Joinable[]): ReadonlyMap<number, readonly number[]> {
  const of = new Map<number, number[]>();
  for (const { a, b } of pairs) {
    of.set(a, [...(of.get(a) ?? []), b]);
    of.set(b, [...(of.get(b) ?? []), a]);
  }
  return of;
}

/** Reads human decisions in a settled order; decisions about records that are gone are passed over. */
export function readDecisions(
  decisions: HumanDecisions,
  placeOf: ReadonlyMap<string, number>,
  size: number,
): ReadDecisions {
  const read = (pairs: HumanDecisions['same']): Joinable[] =>
    pairs
      .flatMap(([one, other]) => {
        const [left, right] = [placeOf.get(one), placeOf.get(other)];
        if (left === undefined || right === undefined || left === right) return [];
        return [{ a: Math.min(left, right), b: Math.max(left, right), probability: 1, hasSameIdentifier: false }];
      })
      .sort((x, y) => x.a - y.a || x.b - y.b);
  const keyOf = (a: number, b: number): number => Math.min(a, b) * size + Math.max(a, b);
  const same = read(decisions.same);
  const different = read(decisions.different);
  const parted = partners(different);
  return {
    same,
    different,
    keyOf,
    calledSame: new Set(same.map(({ a, b }) => keyOf(a, b))),
    partedFrom: at => parted.get(at) ?? NOBODY,
  };
}
