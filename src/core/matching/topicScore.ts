import type { Reason } from '#core/matching/matchable';
import { pullTowards, topicReasons } from '#core/matching/topicReasons';
import { comparedWith, percentileAmong, type TopicIndex, topicSimilarity } from '#core/matching/topicSimilarity';
import type { TopicPlace } from '#core/matching/topicSpace';

/** A text with its place in the space; made once, compared often. */
export interface PlacedDocument {
  readonly id: string;
  readonly place: TopicPlace;
}

export interface TopicScore {
  /** Σ similarity/i over the best texts, best first. */
  readonly score: number;
  /** The mean similarity of those texts (weights 1/i) as a percentile of random pairs; null where there are none to compare with. */
  readonly percent: number | null;
  /** The texts that count, best first. */
  readonly counted: readonly string[];
  readonly reasons: () => readonly Reason[];
}

/** How many of a person's texts count, and the share of the i-th best: 1/i. */
export const TEXTS_THAT_COUNT = 5;
const NAMED_REASONS = 8;

/**
 * Scores people's texts against one opening: Σ_{i=1..5} similarity₍ᵢ₎/i over the person's texts, best first. The text that is
 * the opening itself (same id) is left out.
 *
 * Scale: standard deviations of random pairs, summed; 0 when nothing is in common or there are no texts.
 */
export function topicScorer(
  index: TopicIndex,
  opening: PlacedDocument,
): (texts: readonly PlacedDocument[]) => TopicScore {
  const one = comparedWith(index.space, opening.place);
  const pull = pullTowards(index, one);
  const known = new Map<PlacedDocument, number>();
  const similarityOf = (text: PlacedDocument): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const parts = topicSimilarity(index, one, text.place);
    const similarity = parts.terms + parts.latent + parts.mesh;
    known.set(text, similarity);
    return similarity;
  };
  return texts => {
    const best = texts
      .filter(text => text.id !== opening.id)
      .map(text => ({ text, similarity: similarityOf(text) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, TEXTS_THAT_COUNT);
    const score = best.reduce((sum, { similarity }, i) => sum + similarity / (i + 1), 0);
    const share = best.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
    return {
      score,
      percent: share === 0 ? 0 : percentileAmong(index.randomPairs, score / share),
      counted: best.map(({ text }) => text.id),
      reasons: () =>
        topicReasons(
          index,
          one,
          best.map(({ text }, i) => ({ place: text.place, factor: 1 / (i + 1) })),
          NAMED_REASONS,
          pull,
        ),
    };
  };
}
