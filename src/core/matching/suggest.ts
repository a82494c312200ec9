import { documentOf, documentsOf, type MatchOpening, type MatchPerson, type Reason } from '#core/matching/matchable';
import { practicalFit } from '#core/matching/practicalFit';
import { placePeople } from '#core/matching/rankByTopic';
import { type PlacedDocument, type TopicScore, topicScorer } from '#core/matching/topicScore';
import { type TopicIndex, topicIndex } from '#core/matching/topicSimilarity';
import { placeDocument, type TopicDocument } from '#core/matching/topicSpace';

export type Fit = 'possible' | 'good' | 'strong';

/** What is said of one pair of person and opening. It proposes; it commits nobody. */
export interface Suggestion {
  /** For ordering only; the weights of the reasons sum to it. */
  readonly score: number;
  /** For people: how many random pairs in a hundred are less alike in topic. */
  readonly percent: number;
  readonly fit: Fit;
  readonly reasons: readonly Reason[];
  /** Present where a hard rule speaks against the pair; it then comes after all others. */
  readonly excludedBecause?: string;
}

export interface SuggestedPerson extends Suggestion {
  readonly personId: string;
}

export interface SuggestedOpening extends Suggestion {
  readonly openingId: string;
}

/** Mid-January 2026: clocks are compared as they stand then, unless the caller says when. */
const USUAL_INSTANT = 1_768_478_400_000;
const STRONG_PERCENT = 97.5;
const GOOD_PERCENT = 90;

/** The index that suggestions stand on: the texts of both sides, and of a wider corpus where there is one. */
export function suggestionIndex(
  people: readonly MatchPerson[],
  openings: readonly MatchOpening[],
  corpus: readonly TopicDocument[] = [],
): TopicIndex {
  return topicIndex([...corpus, ...openings.map(documentOf), ...people.flatMap(documentsOf)]);
}

function placed(index: TopicIndex, document: TopicDocument): PlacedDocument {
  return { id: document.id, place: placeDocument(index.space, document) };
}

function fitOf(percent: number, reasons: readonly Reason[]): Fit {
  const named = reasons.filter(
    reason => (reason.kind === 'shared-term' || reason.kind === 'mesh') && reason.weight > 0,
  );
  const suits = reasons.every(reason => reason.weight >= 0 || reason.kind === 'rest');
  if (percent >= STRONG_PERCENT && named.length >= 2 && suits) return 'strong';
  return percent >= GOOD_PERCENT && named.length >= 1 ? 'good' : 'possible';
}

function suggestionOf(topic: TopicScore, person: MatchPerson, opening: MatchOpening, at: number): Suggestion {
  const practical = practicalFit(person, opening, at);
  const reasons = [...topic.reasons(), ...practical.reasons];
  const percent = topic.percent ?? (topic.score > 0 ? 100 : 0);
  const suggestion = {
    score: reasons.reduce((sum, reason) => sum + reason.weight, 0),
    percent,
    fit: fitOf(percent, reasons),
    reasons,
  };
  return practical.excludedBecause === null
    ? suggestion
    : { ...suggestion, fit: 'possible', excludedBecause: practical.excludedBecause };
}

function bestFirst<S extends Suggestion>(suggestions: S[], idOf: (suggestion: S) => string): S[] {
  return suggestions.sort(
    (a, b) =>
      Number(a.excludedBecause !== undefined) - Number(b.excludedBecause !== undefined) ||
      b.score - a.score ||
      (idOf(a) < idOf(b) ? -1 : 1),
  );
}

/** Ranks the same people for many openings; made once, asked often. See `rankCandidates`. */
export function candidateRanker(
  index: TopicIndex,
  people: readonly MatchPerson[],
  at = USUAL_INSTANT,
): (opening: MatchOpening) => SuggestedPerson[] {
  const textsOf = placePeople(index, people);
  return opening => {
    const score = topicScorer(index, placed(index, documentOf(opening)));
    const suggestions = [...textsOf].map(([person, texts]) => ({
      personId: person.personId,
      ...suggestionOf(score(texts), person, opening, at),
    }));
    return bestFirst(suggestions, suggestion => suggestion.personId);
  };
}

/**
 * People for one opening, best first, each with its reasons; those whom a hard rule excludes come last and say why.
 *
 * Takes: the opening, the people, and texts that tell common words from rare ones (the records that have been imported);
 * `at`, the instant for time differences, in milliseconds since 1970.
 */
export function rankCandidates(
  opening: MatchOpening,
  people: readonly MatchPerson[],
  corpus: readonly TopicDocument[] = [],
  at = USUAL_INSTANT,
): SuggestedPerson[] {
  return candidateRanker(suggestionIndex(people, [opening], corpus), people, at)(opening);
}

/** Openings for one person, best first, each with its reasons; the counterpart of `rankCandidates`, with the same scores. */
export function rankOpenings(
  person: MatchPerson,
  openings: readonly MatchOpening[],
  corpus: readonly TopicDocument[] = [],
  at = USUAL_INSTANT,
): SuggestedOpening[] {
  const index = suggestionIndex([person], openings, corpus);
  const texts = documentsOf(person).map(document => placed(index, document));
  const suggestions = openings.map(opening => ({
    openingId: opening.openingId,
    ...suggestionOf(topicScorer(index, placed(index, documentOf(opening)))(texts), person, opening, at),
  }));
  return bestFirst(suggestions, suggestion => suggestion.openingId);
}
