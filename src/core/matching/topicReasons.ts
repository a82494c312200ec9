import type { Reason } from '#core/matching/matchable';
import { type ComparedWith, KIND_WEIGHTS, type TopicIndex } from '#core/matching/topicSimilarity';
import type { TopicPlace } from '#core/matching/topicSpace';

/** A place to add up where a score comes from, over one or more texts. */
interface Shares {
  readonly terms: Map<number, number>;
  readonly mesh: Map<number, number>;
}

/** How strongly each word and heading of the space points towards a text's place among the latent topics; worked out when first asked. */
export function pullTowards(index: TopicIndex, one: ComparedWith): (term: number) => number {
  const { latent } = index.space;
  const towards = one.place.latent;
  if (!latent || !towards) return () => 0;
  const known = new Map<number, number>();
  return term => {
    const before = known.get(term);
    if (before !== undefined) return before;
    let pull = 0;
    const start = term * latent.dimensions;
    if (start < latent.loadings.length) {
      for (let j = 0; j < latent.dimensions; j++) pull += (latent.loadings[start + j] ?? 0) * (towards[j] ?? 0);
    }
    known.set(term, pull);
    return pull;
  };
}

function addTo(sums: Map<number, number>, key: number, weight: number): void {
  if (weight !== 0) sums.set(key, (sums.get(key) ?? 0) + weight);
}

/** Adds what each term and heading of `other` brings to its similarity with `one`, times `factor`. */
function addShares(
  shares: Shares,
  index: TopicIndex,
  one: ComparedWith,
  other: TopicPlace,
  factor: number,
  pull: (term: number) => number,
) {
  const { space, spread } = index;
  const hasLatent = one.place.latent !== null && other.latent !== null && other.latentLength > 0;
  const latentFactor = hasLatent ? (factor * KIND_WEIGHTS.latent) / (spread.latent * other.latentLength) : 0;
  for (let n = 0; n < other.terms.at.length; n++) {
    const term = other.terms.at[n] ?? 0;
    const product = (other.terms.values[n] ?? 0) * (one.terms[term] ?? 0);
    addTo(shares.terms, term, (factor * KIND_WEIGHTS.terms * product) / spread.terms);
  }
  if (hasLatent) {
    for (let n = 0; n < other.latentRow.at.length; n++) {
      const place = other.latentRow.at[n] ?? 0;
      const weight = latentFactor * (other.latentRow.values[n] ?? 0) * pull(place);
      if (place < space.wordCount) addTo(shares.terms, place, weight);
      else addTo(shares.mesh, place - space.wordCount, weight);
    }
  }
  for (let n = 0; n < other.mesh.at.length; n++) {
    const node = other.mesh.at[n] ?? 0;
    addTo(
      shares.mesh,
      node,
      (factor * KIND_WEIGHTS.mesh * (other.mesh.values[n] ?? 0) * (one.mesh[node] ?? 0)) / spread.mesh,
    );
  }
}

function named(index: TopicIndex, one: ComparedWith, shares: Shares): Reason[] {
  const terms = [...shares.terms].map(([term, weight]): Reason => {
    const shown = index.space.shownAs[term] ?? '';
    const isShared = (one.terms[term] ?? 0) !== 0;
    return isShared
      ? { kind: 'shared-term', term: shown, weight, sentence: `Shares “${shown}”.` }
      : { kind: 'related-term', term: shown, weight, sentence: `“${shown}” is a related topic.` };
  });
  const headings = [...shares.mesh].map(([node, weight]): Reason => {
    const shown = index.space.meshShownAs[node] ?? '';
    const isShared = (one.mesh[node] ?? 0) !== 0;
    return {
      kind: 'mesh',
      term: shown,
      weight,
      sentence: isShared ? `MeSH: ${shown}.` : `MeSH: ${shown}, a related topic.`,
    };
  });
  return [...terms, ...headings];
}

/**
 * The reasons of a topic score, greatest first: at most `most` by name, the others summed in one of kind `rest`.
 * A cosine is a sum over terms, and so is a place among latent topics (Σ w_t·V_t·q), hence nothing is estimated: the
 * weights sum to the score.
 *
 * Takes: the opening, and those texts of the person that count, each with its factor in the score.
 */
export function topicReasons(
  index: TopicIndex,
  one: ComparedWith,
  counted: readonly { readonly place: TopicPlace; readonly factor: number }[],
  most: number,
  pull = pullTowards(index, one),
): Reason[] {
  const shares: Shares = { terms: new Map(), mesh: new Map() };
  for (const { place, factor } of counted) addShares(shares, index, one, place, factor, pull);
  const all = named(index, one, shares).sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const kept = all.slice(0, most).filter(reason => reason.weight > 0);
  const rest = all.slice(kept.length);
  if (rest.length === 0) return kept;
  const weight = rest.reduce((sum, reason) => sum + reason.weight, 0);
  return [
    ...kept,
    { kind: 'rest', term: `${rest.length} more`, weight, sentence: `${rest.length} smaller reasons together.` },
  ];
}
