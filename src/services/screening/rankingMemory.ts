import type { Lessons } from '#services/screening/lessons';
import type { RankingBasis } from '#services/screening/rankingTexts';

/**
 * What whoever ranks remembers from one look to the next, so that a decision costs as much as a decision and not as much
 * as a review. It is never needed: without it everything is read again, and the orders are the same.
 */
export interface RankingMemory {
  /** Which texts a review's orders are made of, while nothing but decisions has happened since. */
  readonly bases: Map<string, RankingBasis>;
  /** What a person's order has learned, by the turn after which that is so. */
  readonly learned: Map<string, { readonly turnId: string; readonly lessons: Lessons }>;
}

/** Of so many reviews and people; who was asked about longest ago goes first. */
const MOST_BASES = 20;
const MOST_PEOPLE = 1_000;

export function createRankingMemory(): RankingMemory {
  return { bases: boundedMap(MOST_BASES), learned: boundedMap(MOST_PEOPLE) };
}

function boundedMap<V>(most: number): Map<string, V> {
  const map = new Map<string, V>();
  const set = map.set.bind(map);
  map.set = (key, value) => {
    map.delete(key);
    set(key, value);
    const [oldest] = map.keys();
    if (map.size > most && oldest !== undefined) map.delete(oldest);
    return map;
  };
  return map;
}
