import { foldIn, type LatentTopics, latentRow, latentTopics } from '#core/matching/latentTopics';
import { type MeshTree, meshNodes } from '#core/matching/meshTree';
import { type SparseVector, sparseFrom, unitLength } from '#core/matching/sparseVector';
import { isPair, rarityOf, sharedTerms, spellings, weighTerms } from '#core/matching/termWeights';
import { emphasised, type TopicEmphasis } from '#core/matching/topicEmphasis';
import { topicTerms } from '#core/matching/topicTerms';

/** A text that topics are read from: a publication, an opening, a person's own words. */
export interface TopicDocument {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string | null | undefined;
  readonly meshHeadings?: readonly string[] | undefined;
  /** What the text's author wants to count more, less or not at all. */
  readonly emphasis?: TopicEmphasis | undefined;
}

/** The terms, their rarity and their kinship, as read from a corpus. Built once, then asked often. */
export interface TopicSpace {
  readonly documentCount: number;
  /** Place of each term; one-word terms come first. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How many of the terms are single words. */
  readonly wordCount: number;
  readonly rarity: Float64Array;
  /** How each term is written for people. */
  readonly shownAs: readonly string[];
  /** Rarity of a term that no two texts of the corpus share. */
  readonly greatestRarity: number;
  readonly latent: LatentTopics | null;
  readonly meshTree: MeshTree | null;
  readonly meshVocabulary: ReadonlyMap<string, number>;
  readonly meshRarity: Float64Array;
  readonly meshShownAs: readonly string[];
}

/** Where one text stands: every part has length 1, or is empty or null where the text says nothing there. */
export interface TopicPlace {
  readonly terms: SparseVector;
  readonly latent: Float64Array | null;
  /** What `latent` was folded in from: single words, and headings after them; and its length before it was made 1. */
  readonly latentRow: SparseVector;
  readonly latentLength: number;
  readonly mesh: SparseVector;
}

/** Below this many texts kinship between terms is chance. */
const FEWEST_FOR_LATENT_TOPICS = 60;
/** More of them tell texts apart that experts on one thing wrote: 100, 70, 50 and 42 were each worse than the next fewer. */
const USUAL_TOPICS = 35;

export function textOf(document: TopicDocument): string {
  return `${document.title}\n${document.abstract ?? ''}`;
}

function weighMesh(
  headings: readonly string[],
  tree: MeshTree | null,
  vocabulary: ReadonlyMap<string, number>,
  rarity: Float64Array,
  emphasis?: TopicEmphasis,
): SparseVector {
  const weights = new Map<number, number>();
  for (const heading of headings) {
    const factor = emphasis?.headings.get(heading.toLowerCase()) ?? 1;
    if (factor === 0) continue;
    for (const { node, distance } of meshNodes(heading, tree)) {
      const place = vocabulary.get(node);
      if (place === undefined) continue;
      weights.set(place, Math.max(weights.get(place) ?? 0, factor * 0.5 ** distance * (rarity[place] ?? 0)));
    }
  }
  return unitLength(sparseFrom(weights));
}

export interface TopicSettings {
  readonly meshTree?: MeshTree | null;
  /** How many latent topics to look for; fewer are kept in a small corpus. */
  readonly latentDimensions?: number;
}

function countIn(frequencies: Map<string, number>, terms: Iterable<string>): void {
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
}

/**
 * The space of topics that a corpus spans: terms of one and two words with their rarity, latent topics, and MeSH headings.
 * Each distinct document counts once, by its id.
 *
 * Scale: rarity is ln((1 + N)/(1 + df)) + 1, N texts of which df have the term.
 * Takes: the corpus; a MeSH tree where one is at hand. Gives: a space in which `placeDocument` puts any text.
 * Latent topics are null for fewer than sixty texts.
 */
export function topicSpace(corpus: readonly TopicDocument[], settings: TopicSettings = {}): TopicSpace {
  const documents = [...new Map(corpus.map(document => [document.id, document])).values()];
  const meshTree = settings.meshTree ?? null;
  const texts = documents.map(document => topicTerms(textOf(document)));
  const termFrequencies = new Map<string, number>();
  const meshFrequencies = new Map<string, number>();
  const headingNames = new Map<string, string>();
  texts.forEach((terms, i) => {
    countIn(termFrequencies, terms.counts.keys());
    const headings = documents[i]?.meshHeadings ?? [];
    for (const heading of headings) headingNames.set(heading.toLowerCase(), heading);
    countIn(
      meshFrequencies,
      new Set(headings.flatMap(heading => meshNodes(heading, meshTree).map(({ node }) => node))),
    );
  });
  const terms = sharedTerms(termFrequencies);
  const vocabulary = new Map(terms.map(([term], place) => [term, place]));
  const rarity = Float64Array.from(terms, ([, frequency]) => rarityOf(documents.length, frequency));
  const written = spellings(texts);
  const nodes = [...meshFrequencies];
  const greatestRarity = rarityOf(documents.length, 1);
  const wordCount = terms.filter(([term]) => !isPair(term)).length;
  const dimensions = Math.min(settings.latentDimensions ?? USUAL_TOPICS, Math.floor(documents.length / 4));
  const meshVocabulary = new Map(nodes.map(([node], place) => [node, place]));
  const meshRarity = Float64Array.from(nodes, ([, frequency]) => rarityOf(documents.length, frequency));
  const latentRows = () =>
    texts.map((text, i) =>
      latentRow(
        weighTerms(text, vocabulary, rarity, greatestRarity),
        wordCount,
        weighMesh(documents[i]?.meshHeadings ?? [], meshTree, meshVocabulary, meshRarity),
      ),
    );
  return {
    documentCount: documents.length,
    vocabulary,
    wordCount,
    rarity,
    greatestRarity,
    shownAs: terms.map(([term]) =>
      term
        .split(' ')
        .map(stem => written.get(stem) ?? stem)
        .join(' '),
    ),
    latent:
      documents.length < FEWEST_FOR_LATENT_TOPICS
        ? null
        : latentTopics(latentRows(), wordCount + nodes.length, dimensions),
    meshTree,
    meshVocabulary,
    meshRarity,
    meshShownAs: nodes.map(([node]) => meshTree?.names.get(node) ?? headingNames.get(node) ?? node),
  };
}

const NOTHING: SparseVector = { at: new Int32Array(), values: new Float64Array() };

/** Where a text stands in the space; words and headings that the corpus does not know are passed over. */
export function placeDocument(space: TopicSpace, document: TopicDocument): TopicPlace {
  const { emphasis } = document;
  const read = topicTerms(textOf(document));
  const text = emphasis ? { ...read, counts: emphasised(read.counts, emphasis) } : read;
  const terms = weighTerms(text, space.vocabulary, space.rarity, space.greatestRarity);
  const mesh = weighMesh(document.meshHeadings ?? [], space.meshTree, space.meshVocabulary, space.meshRarity, emphasis);
  const row = space.latent ? latentRow(terms, space.wordCount, mesh) : NOTHING;
  const latent = space.latent && foldIn(space.latent, row);
  return { terms, latent: latent?.place ?? null, latentRow: row, latentLength: latent?.length ?? 0, mesh };
}
