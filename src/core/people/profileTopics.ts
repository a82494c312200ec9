import { STOP_WORDS } from '#core/matching/stopWords';
import { topicTerms } from '#core/matching/topicTerms';
import type { Publication } from '#core/people/publication';
import type { TopicChange } from '#core/people/vocabulary';
import { plain } from '#core/screening/authorship';

export interface TopicCorrection {
  readonly topic: string;
  readonly change: TopicChange;
}

export interface ProfileTopic {
  readonly topic: string;
  readonly kind: 'mesh' | 'word';
  /** In publications: 1 for a heading or keyword of one; the person's own words count 2, what they added 3. */
  readonly weight: number;
  /** In how many of the publications it comes up. */
  readonly publications: number;
  readonly isOwnWord: boolean;
  readonly change: TopicChange | null;
}

/** Headings that say what kind of study it is, not what it is about. */
const CHECK_TAGS = new Set(
  `humans,animals,male,female,adult,middle aged,aged,young adult,adolescent,child,child preschool,infant,infant newborn,
  aged 80 and over,pregnancy,mice,rats,retrospective studies,prospective studies,cohort studies,cross sectional studies,
  case control studies,follow up studies,treatment outcome,risk factors,time factors,reproducibility of results,incidence,prevalence,
  surveys and questionnaires,united states,severity of illness index,sensitivity and specificity,predictive value of tests`
    .split(',')
    .map(tag => tag.trim()),
);
const LONGEST_PHRASE = 3;
const MOST = 24;
const FACTOR: Readonly<Record<TopicChange, number>> = { up: 2, down: 0.5, removed: 0, added: 1 };

/** What a topic is compared by: its stems, so that "Vaccines" and "vaccine" are one. */
export function topicKey(topic: string): string {
  const stems = [...topicTerms(topic).counts.keys()].filter(term => !term.includes(' '));
  return stems.length > 0 ? stems.join(' ') : plain(topic);
}

/** Runs of up to three telling words of a free text: "two years on a TB ward" gives "TB ward". */
export function phrasesOf(text: string): string[] {
  const clauses = text.split(/[\n,;.:()/“”"!?]|\s[-–—]\s/);
  return clauses.flatMap(clause => {
    const phrases: string[] = [];
    let run: string[] = [];
    const close = () => {
      if (run.length > 0 && run.length <= LONGEST_PHRASE) phrases.push(run.join(' '));
      else if (run.length > LONGEST_PHRASE) phrases.push(run.slice(-LONGEST_PHRASE).join(' '));
      run = [];
    };
    for (const word of clause.split(/\s+/)) {
      const bare = plain(word);
      if (bare === '' || STOP_WORDS.has(bare) || /^\d+$/.test(bare)) close();
      else run.push(word);
    }
    close();
    return phrases;
  });
}

interface Gathered {
  topic: string;
  kind: 'mesh' | 'word';
  weight: number;
  publications: number;
  isOwnWord: boolean;
}

function gather(publications: readonly Publication[], interests: string): Map<string, Gathered> {
  const found = new Map<string, Gathered>();
  const note = (topic: string, kind: 'mesh' | 'word', weight: number, isOwnWord: boolean) => {
    const key = topicKey(topic);
    if (key === '') return;
    const known = found.get(key) ?? { topic, kind, weight: 0, publications: 0, isOwnWord: false };
    known.weight += weight;
    if (!isOwnWord) known.publications++;
    known.isOwnWord ||= isOwnWord;
    // MeSH's own way of writing is kept where it is known.
    if (kind === 'mesh') Object.assign(known, { topic, kind });
    found.set(key, known);
  };
  for (const { meshHeadings, keywords } of publications) {
    const keys = new Set<string>();
    const words: (readonly [string, 'mesh' | 'word'])[] = [
      ...meshHeadings.filter(heading => !CHECK_TAGS.has(plain(heading))).map(one => [one, 'mesh'] as const),
      ...keywords.map(one => [one, 'word'] as const),
    ];
    for (const [topic, kind] of words) {
      if (keys.has(topicKey(topic))) continue;
      keys.add(topicKey(topic));
      note(topic, kind, 1, false);
    }
  }
  for (const phrase of phrasesOf(interests)) note(phrase, 'word', 2, true);
  return found;
}

/**
 * What a person works on, read from their publications (MeSH headings and the authors' keywords, kinds of study left out) and
 * from their own words, most weighty first; then corrected by the person, who has the last word.
 *
 * Scale: weights as in `ProfileTopic`; "up" doubles, "down" halves, "removed" takes it out (it stands last, weight 0).
 * Takes: the claimed publications, the free text, the corrections. Gives: at most 24 topics and those removed.
 */
export function profileTopics(
  publications: readonly Publication[],
  interests: string,
  corrections: readonly TopicCorrection[],
): ProfileTopic[] {
  const found = gather(publications, interests);
  const changes = new Map(corrections.map(one => [topicKey(one.topic), one]));
  for (const [key, { topic, change }] of changes) {
    if (change === 'added' && !found.has(key))
      found.set(key, { topic, kind: 'word', weight: 3, publications: 0, isOwnWord: true });
  }
  const topics = [...found].map(([key, one]): ProfileTopic => {
    const change = changes.get(key)?.change ?? null;
    return { ...one, weight: one.weight * (change === null ? 1 : FACTOR[change]), change };
  });
  const order = (a: ProfileTopic, b: ProfileTopic) => b.weight - a.weight || (a.topic < b.topic ? -1 : 1);
  const kept = topics.filter(one => one.change !== 'removed').sort(order);
  return [...kept.slice(0, MOST), ...topics.filter(one => one.change === 'removed').sort(order)];
}
