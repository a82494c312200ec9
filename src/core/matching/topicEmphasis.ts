import { topicTerms } from '#core/matching/topicTerms';

/** How much terms and headings of a person's texts count, by the person's own word: 0 is not at all, 1 as they stand. */
export interface TopicEmphasis {
  readonly terms: ReadonlyMap<string, number>;
  /** By the heading in lower case. */
  readonly headings: ReadonlyMap<string, number>;
}

/**
 * What corrections of topics mean for single terms: a topic of one word is that word, one of several words its pairs of
 * neighbours (who takes "heart failure" out still works on the heart), and a MeSH heading of that name.
 */
export function topicEmphasis(
  corrections: readonly { readonly topic: string; readonly factor: number }[],
): TopicEmphasis {
  const terms = new Map<string, number>();
  const headings = new Map<string, number>();
  for (const { topic, factor } of corrections) {
    const found = [...topicTerms(topic).counts.keys()];
    const pairs = found.filter(term => term.includes(' '));
    for (const term of pairs.length > 0 ? pairs : found) terms.set(term, factor);
    headings.set(topic.toLowerCase(), factor);
  }
  return { terms, headings };
}

/** Counts of terms with the emphasis on them; what counts 0 is gone. */
export function emphasised(counts: ReadonlyMap<string, number>, emphasis: TopicEmphasis): Map<string, number> {
  const changed = new Map<string, number>();
  for (const [term, count] of counts) {
    const factor = emphasis.terms.get(term) ?? 1;
    if (factor > 0) changed.set(term, count * factor);
  }
  return changed;
}
