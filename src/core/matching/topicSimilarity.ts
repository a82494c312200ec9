import { dotDense, spreadOut } from '#core/matching/sparseVector';
import {
  placeDocument,
  type TopicDocument,
  type TopicPlace,
  type TopicSettings,
  type TopicSpace,
  topicSpace,
} from '#core/matching/topicSpace';
import { usualPairs } from '#core/matching/usualPairs';
import { randomFrom, shuffled } from '#core/random';

/** A space of topics with the yardstick of its random pairs: how alike two texts are that have nothing to do with each other. */
export interface TopicIndex {
  readonly space: TopicSpace;
  /** Standard deviation of each kind of likeness over random pairs: the unit in which the kinds are added. */
  readonly spread: { readonly terms: number; readonly latent: number; readonly mesh: number };
  /** Similarities of random pairs in rising order, for percentiles; usual ones where the corpus is too small for its own. */
  readonly randomPairs: Float64Array;
}

/** One text made ready to be compared with many. */
export interface ComparedWith {
  readonly place: TopicPlace;
  readonly terms: Float64Array;
  readonly mesh: Float64Array;
}

/** The parts of a similarity, each already in its unit and weight; they sum to it. */
export interface SimilarityParts {
  readonly terms: number;
  readonly latent: number;
  readonly mesh: number;
}

/** How much each kind of likeness counts, once it is measured in its spread. */
export const KIND_WEIGHTS = { terms: 1, latent: 1, mesh: 0.5 } as const;
const SAMPLED_TEXTS = 400;
const SAMPLED_PAIRS = 20_000;
/** Spreads as they were in two corpora of thousands of abstracts; used where a corpus is too small to have its own. */
const USUAL_SPREAD = { terms: 0.02, latent: 0.15, mesh: 0.06 };
const FEWEST_PAIRS = 1000;

export function comparedWith(space: TopicSpace, place: TopicPlace): ComparedWith {
  return {
    place,
    terms: spreadOut(place.terms, space.rarity.length),
    mesh: spreadOut(place.mesh, space.meshRarity.length),
  };
}

interface Cosines {
  readonly terms: number;
  readonly latent: number | null;
  readonly mesh: number | null;
}

function cosines(one: ComparedWith, other: TopicPlace): Cosines {
  let latent: number | null = null;
  if (one.place.latent && other.latent) {
    latent = 0;
    for (let j = 0; j < other.latent.length; j++) latent += (other.latent[j] ?? 0) * (one.place.latent[j] ?? 0);
  }
  const bothHaveMesh = one.place.mesh.at.length > 0 && other.mesh.at.length > 0;
  return {
    terms: dotDense(other.terms, one.terms),
    latent,
    mesh: bothHaveMesh ? dotDense(other.mesh, one.mesh) : null,
  };
}

/**
 * How alike two texts are in topic: cosine over terms, over latent topics and over MeSH, each divided by its standard
 * deviation over random pairs of the corpus, and added with the weights 1, 1 and 0.5. A kind that either text
 * lacks is left out.
 *
 * Scale: standard deviations of random pairs; 0 is nothing in common. Gives the three parts, which sum to the similarity.
 */
export function topicSimilarity(index: TopicIndex, one: ComparedWith, other: TopicPlace): SimilarityParts {
  const alike = cosines(one, other);
  return {
    terms: (KIND_WEIGHTS.terms * alike.terms) / index.spread.terms,
    latent: (KIND_WEIGHTS.latent * (alike.latent ?? 0)) / index.spread.latent,
    mesh: (KIND_WEIGHTS.mesh * (alike.mesh ?? 0)) / index.spread.mesh,
  };
}

function deviation(values: readonly number[], usual: number): number {
  if (values.length < FEWEST_PAIRS) return usual;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return variance > 0 ? Math.sqrt(variance) : usual;
}

/** Pairs of different places in a list of `count`: all of them when they are few, else a fixed sample. */
function somePairs(count: number): [number, number][] {
  const pairs: [number, number][] = [];
  if ((count * (count - 1)) / 2 <= SAMPLED_PAIRS) {
    for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) pairs.push([i, j]);
    return pairs;
  }
  const random = randomFrom(count);
  for (let i = 0; pairs.length < SAMPLED_PAIRS; i = (i + 1) % count) {
    const j = Math.floor(random() * count);
    if (i !== j) pairs.push([i, j]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Builds the space of a corpus and measures its random pairs, with fixed luck: the same corpus gives the same index. */
export function topicIndex(corpus: readonly TopicDocument[], settings: TopicSettings = {}): TopicIndex {
  const space = topicSpace(corpus, settings);
  const documents = [...new Map(corpus.map(document => [document.id, document])).values()];
  const sample = shuffled(documents, randomFrom(documents.length)).slice(0, SAMPLED_TEXTS);
  const places = sample.map(document => placeDocument(space, document));
  const alike: Cosines[] = [];
  let last = -1;
  let from: ComparedWith | null = null;
  for (const [i, j] of somePairs(places.length)) {
    const one = places[i];
    const other = places[j];
    if (!one || !other) continue;
    if (i !== last || !from) from = comparedWith(space, one);
    last = i;
    alike.push(cosines(from, other));
  }
  const isNumber = (value: number | null): value is number => value !== null;
  const spread = {
    terms: deviation(
      alike.map(pair => pair.terms),
      USUAL_SPREAD.terms,
    ),
    latent: deviation(alike.map(pair => pair.latent).filter(isNumber), USUAL_SPREAD.latent),
    mesh: deviation(alike.map(pair => pair.mesh).filter(isNumber), USUAL_SPREAD.mesh),
  };
  const similarities = alike.map(
    pair =>
      (KIND_WEIGHTS.terms * pair.terms) / spread.terms +
      (KIND_WEIGHTS.latent * (pair.latent ?? 0)) / spread.latent +
      (KIND_WEIGHTS.mesh * (pair.mesh ?? 0)) / spread.mesh,
  );
  const isEnough = similarities.length >= FEWEST_PAIRS;
  return { space, spread, randomPairs: isEnough ? Float64Array.from(similarities).sort() : usualPairs() };
}

/** The share of random pairs, in percent, that are less alike than this; ties count half. Null without any pair. */
export function percentileAmong(randomPairs: Float64Array, similarity: number): number | null {
  if (randomPairs.length === 0) return null;
  const below = countBelow(randomPairs, value => value < similarity);
  const belowOrEqual = countBelow(randomPairs, value => value <= similarity);
  return (50 * (below + belowOrEqual)) / randomPairs.length;
}

/** How many values at the front of a rising list fulfil a condition that holds up to some point and then no more. */
function countBelow(rising: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(rising[middle] ?? Number.POSITIVE_INFINITY)) from = middle + 1;
    else to = middle;
  }
  return from;
}
