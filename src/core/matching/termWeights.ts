import { lengthOf, type SparseVector, sparseFrom, unitLength } from '#core/matching/sparseVector';
import type { TopicTerms } from '#core/matching/topicTerms';

/** Two words together say much the same as each alone: they count a little less. */
const PAIR_WEIGHT = 0.95;

/** Two words side by side make one term, written with a space. */
export function isPair(term: string): boolean {
  return term.includes(' ');
}

/** How rare a term is that `frequency` of so many texts have: ln((1 + N)/(1 + df)) + 1. */
export function rarityOf(documentCount: number, frequency: number): number {
  return Math.log((1 + documentCount) / (1 + frequency)) + 1;
}

/** How much a term counts that comes up so many times: 1 for once, never more than 2.2. */
function saturated(count: number): number {
  return (2.2 * count) / (count + 1.2);
}

/**
 * Weights 2.2·tf/(tf + 1.2) · rarity, 0.95 of it for two words together, at length 1. Words that the corpus does not share
 * count for the length, at `unknownRarity`: a text of which one word is known is not all about that word.
 */
export function weighTerms(
  terms: TopicTerms,
  vocabulary: ReadonlyMap<string, number>,
  rarity: Float64Array,
  unknownRarity: number,
): SparseVector {
  const weights = new Map<number, number>();
  let unknown = 0;
  for (const [term, count] of terms.counts) {
    const place = vocabulary.get(term);
    const weight =
      (isPair(term) ? PAIR_WEIGHT : 1) *
      saturated(count) *
      (place === undefined ? unknownRarity : (rarity[place] ?? 0));
    if (place !== undefined) weights.set(place, weight);
    else if (!isPair(term)) unknown += weight * weight;
  }
  const vector = sparseFrom(weights);
  return unitLength(vector, Math.hypot(lengthOf(vector), Math.sqrt(unknown)));
}

/** Terms that at least two texts share, single words first, each with its document frequency. */
export function sharedTerms(frequencies: ReadonlyMap<string, number>): [string, number][] {
  const shared = [...frequencies].filter(([, frequency]) => frequency >= 2);
  return [...shared.filter(([term]) => !isPair(term)), ...shared.filter(([term]) => isPair(term))];
}

/** How each stem is written most often; the shorter form where two are equally frequent. */
export function spellings(texts: readonly TopicTerms[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { written } of texts) {
    for (const [stem, shown] of written) {
      const seen = counts.get(stem) ?? new Map<string, number>();
      counts.set(stem, seen.set(shown, (seen.get(shown) ?? 0) + 1));
    }
  }
  const chosen = new Map<string, string>();
  for (const [stem, seen] of counts) {
    const [commonest] = [...seen].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
    if (commonest) chosen.set(stem, commonest[0]);
  }
  return chosen;
}
