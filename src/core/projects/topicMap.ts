import { phrasesOf, topicKey } from '#core/people/profileTopics';

export interface MappedTopic {
  readonly topic: string;
  readonly openings: number;
}

export interface MappedField {
  readonly specialty: string;
  readonly seats: number;
  readonly topics: readonly MappedTopic[];
}

const MOST_TOPICS = 12;

/** Words that tell the method, not the topic. */
const METHOD =
  /\b(?:review|meta.?analysis|systematic|trials?|studies|study|update|protocol|adults?|children|patients?|people)\b/i;

/** What open seats are about: topics of their projects' titles, by specialty, those with most seats first. */
export function topicMap(
  openings: readonly { readonly specialty: string; readonly projectTitle: string; readonly seatsLeft: number }[],
): MappedField[] {
  const fields = new Map<
    string,
    { specialty: string; seats: number; topics: Map<string, { topic: string; openings: number }> }
  >();
  for (const opening of openings) {
    const key = topicKey(opening.specialty);
    const field = fields.get(key) ?? { specialty: opening.specialty.trim(), seats: 0, topics: new Map() };
    field.seats += Math.max(1, opening.seatsLeft);
    for (const phrase of new Set(phrasesOf(opening.projectTitle))) {
      if (METHOD.test(phrase)) continue;
      const known = field.topics.get(topicKey(phrase)) ?? { topic: phrase, openings: 0 };
      known.openings++;
      field.topics.set(topicKey(phrase), known);
    }
    fields.set(key, field);
  }
  return [...fields.values()]
    .map(field => ({
      ...field,
      topics: [...field.topics.values()]
        .sort((a, b) => b.openings - a.openings || (a.topic < b.topic ? -1 : 1))
        .slice(0, MOST_TOPICS),
    }))
    .sort((a, b) => b.seats - a.seats || (a.specialty < b.specialty ? -1 : 1));
}
