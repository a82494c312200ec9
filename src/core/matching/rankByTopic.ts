import { documentOf, documentsOf, type MatchOpening, type MatchPerson, type Reason } from '#core/matching/matchable';
import { type PlacedDocument, topicScorer } from '#core/matching/topicScore';
import type { TopicIndex } from '#core/matching/topicSimilarity';
import { placeDocument } from '#core/matching/topicSpace';

export interface TopicMatch {
  readonly personId: string;
  readonly score: number;
  readonly percent: number | null;
  readonly reasons: readonly Reason[];
}

/** Everybody's texts with their places, each distinct publication placed once. */
export function placePeople(index: TopicIndex, people: readonly MatchPerson[]): Map<MatchPerson, PlacedDocument[]> {
  const placed = new Map<string, PlacedDocument>();
  const textsOf = new Map<MatchPerson, PlacedDocument[]>();
  for (const person of people) {
    const texts = documentsOf(person).map(document => {
      const known = placed.get(document.id) ?? { id: document.id, place: placeDocument(index.space, document) };
      placed.set(document.id, known);
      return known;
    });
    textsOf.set(person, texts);
  }
  return textsOf;
}

/**
 * Ranks the same people for many openings by topic alone. Gives for an opening the best `most` people, best first, with the
 * reasons; scores as in `topicScorer`. Equal scores stand in the order of the ids, so that the same input gives the same output.
 */
export function rankByTopic(
  index: TopicIndex,
  people: readonly MatchPerson[],
): (opening: MatchOpening, most?: number, withReasons?: boolean) => TopicMatch[] {
  const textsOf = placePeople(index, people);
  return (opening, most = Number.POSITIVE_INFINITY, withReasons = true) => {
    const document = documentOf(opening);
    const scoreOf = topicScorer(index, { id: document.id, place: placeDocument(index.space, document) });
    return [...textsOf]
      .map(([person, texts]) => ({ personId: person.personId, topic: scoreOf(texts) }))
      .sort((a, b) => b.topic.score - a.topic.score || (a.personId < b.personId ? -1 : 1))
      .slice(0, most)
      .map(({ personId, topic }) => ({
        personId,
        score: topic.score,
        percent: topic.percent,
        reasons: withReasons ? topic.reasons() : [],
      }));
  };
}
