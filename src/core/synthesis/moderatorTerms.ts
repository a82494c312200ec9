import type { Moderator } from '#core/synthesis/moderatorDesign';

/** One moderator, or several whose product is one: does the effect of the first depend on the second? */
export type ModeratorTerm = readonly [Moderator, ...Moderator[]];

const BETWEEN = ':';

/** The moderators that a word of a specification speaks of: one id, or the ids of an interaction (`one:other`). */
export function partsOf(word: string): readonly string[] {
  return word.split(BETWEEN);
}

export function isInteraction(word: string): boolean {
  return word.includes(BETWEEN);
}

export function interactionOf(ids: readonly string[]): string {
  return ids.join(BETWEEN);
}

/** How a term is called: `Latitude × Allocation`. */
export function termName(term: readonly Pick<Moderator, 'name'>[]): string {
  return term.map(({ name }) => name).join(' × ');
}

/**
 * The terms of a model from the words of a specification, main effects before interactions as R orders them; words that
 * name an unknown moderator are left out. Takes the words and the moderators there are.
 */
export function moderatorTerms(words: readonly string[], moderators: readonly Moderator[]): ModeratorTerm[] {
  const known = new Map(moderators.map(moderator => [moderator.id, moderator]));
  const terms = words.flatMap((word): ModeratorTerm[] => {
    const [first, ...others] = partsOf(word).map(id => known.get(id));
    if (!first || others.some(other => !other)) return [];
    return [[first, ...others.flatMap(other => (other ? [other] : []))]];
  });
  return terms.sort((a, b) => a.length - b.length);
}

/** The moderators that the terms look at, each once. */
export function moderatorsIn(terms: readonly ModeratorTerm[]): Moderator[] {
  return [...new Map(terms.flat().map(moderator => [moderator.id, moderator])).values()];
}

/**
 * The words of interactions without one of their main effects; such a model would depend on where a moderator has its
 * zero, and on which category comes first.
 */
export function incompleteInteractions(words: readonly string[]): string[] {
  return words.filter(word => isInteraction(word) && partsOf(word).some(part => !words.includes(part)));
}
