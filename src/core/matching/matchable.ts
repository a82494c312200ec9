import { topicEmphasis } from '#core/matching/topicEmphasis';
import type { TopicDocument } from '#core/matching/topicSpace';
import { APART } from '#core/matching/topicTerms';

/**
 * What a match may know of a person. Country, school, age, sex and the like are no part of it, so that nothing protected
 * can raise or lower a score.
 */
export interface MatchPerson {
  readonly personId: string;
  readonly interests?: string | null | undefined;
  readonly publications?: readonly TopicDocument[] | undefined;
  /** Topics that the person wants to count more (above 1), less, or not at all (0). */
  readonly corrections?: readonly { readonly topic: string; readonly factor: number }[] | undefined;
  readonly skills?: readonly string[] | undefined;
  /** Roles that the person looks for; none means any. */
  readonly roles?: readonly string[] | undefined;
  readonly hoursPerWeek?: number | null | undefined;
  /** IANA name, such as Asia/Karachi. */
  readonly timeZone?: string | null | undefined;
  readonly languages?: readonly string[] | undefined;
  /** Of a mentor: how many people they look after, and for how many they have room in all. */
  readonly load?: { readonly has: number; readonly room: number } | undefined;
  /** Practice sets that the person finished and shares: how many of the records to include they found. */
  readonly practised?: readonly { readonly name: string; readonly found: number; readonly of: number }[] | undefined;
  /** Days on which the person can't work, both ends included (2026-12-14). */
  readonly away?: readonly { readonly from: string; readonly to: string }[] | undefined;
}

export interface MatchOpening {
  readonly openingId: string;
  readonly title: string;
  readonly abstract?: string | null | undefined;
  readonly meshHeadings?: readonly string[] | undefined;
  readonly requiredSkills?: readonly string[] | undefined;
  readonly role?: string | null | undefined;
  readonly hoursPerWeek?: number | null | undefined;
  readonly timeZone?: string | null | undefined;
  /** Without one of these it can't be done. */
  readonly languages?: readonly string[] | undefined;
  /** When the work begins and when it is due (2026-12-14). */
  readonly startsOn?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  /** All hours of the work; with the dates it tells the hours a week where nobody else does. */
  readonly totalHours?: number | null | undefined;
}

export type ReasonKind =
  | 'shared-term'
  | 'related-term'
  | 'mesh'
  | 'skill'
  | 'role'
  | 'hours'
  | 'dates'
  | 'time-zone'
  | 'language'
  /** The sum of topic reasons too small to name. */
  | 'rest';

/** One part of a score: the weights of all reasons sum to the score. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly term: string;
  readonly weight: number;
  readonly sentence: string;
}

/** The texts that a person's topics are read from: each distinct publication, and the interests in their own words. */
export function documentsOf(person: MatchPerson): TopicDocument[] {
  const documents = [...new Map((person.publications ?? []).map(document => [document.id, document])).values()];
  const interests = person.interests?.trim().replace(/[,;\n]|[.]\s/g, `$&${APART}`);
  if (interests) documents.push({ id: `interests of ${person.personId}`, title: interests });
  if (!person.corrections || person.corrections.length === 0) return documents;
  const emphasis = topicEmphasis(person.corrections);
  // A publication of several people is read differently for each who corrected their topics.
  return documents.map(document => ({ ...document, id: `${document.id} of ${person.personId}`, emphasis }));
}

export function documentOf(opening: MatchOpening): TopicDocument {
  const { openingId, title, abstract, meshHeadings } = opening;
  return { id: openingId, title, abstract, meshHeadings };
}
