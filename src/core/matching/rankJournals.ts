import { type PlacedDocument, topicScorer } from '#core/matching/topicScore';
import { type TopicIndex, topicIndex } from '#core/matching/topicSimilarity';
import { placeDocument, type TopicDocument } from '#core/matching/topicSpace';

/** A record with the journal that published it. */
export interface JournalRecord extends TopicDocument {
  readonly journal: string;
  readonly year?: number | null | undefined;
}

export interface JournalFit {
  readonly journal: string;
  /** For ordering only. */
  readonly score: number;
  readonly percent: number | null;
  /** How many records of the journal there are, and the year of the latest. */
  readonly records: number;
  readonly lastYear: number | null;
  /** The records that speak for it most, nearest first. */
  readonly nearest: readonly { readonly id: string; readonly title: string }[];
  readonly reasons: readonly { readonly kind: string; readonly term: string; readonly weight: number }[];
}

export interface JournalShelf {
  readonly journal: string;
  readonly records: readonly JournalRecord[];
  readonly texts: readonly PlacedDocument[];
}

/** Records by journal with everything made ready: built once, asked often. */
export interface JournalIndex {
  readonly topics: TopicIndex;
  readonly shelves: readonly JournalShelf[];
}

const NEAREST_NAMED = 3;

function sameJournal(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

export function journalIndex(records: readonly JournalRecord[]): JournalIndex {
  const topics = topicIndex(records);
  const byName = new Map<string, JournalRecord[]>();
  for (const record of new Map(records.map(each => [each.id, each])).values()) {
    const name = sameJournal(record.journal);
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  const shelves = [...byName.values()].map(shelf => ({
    journal: usualSpelling(shelf),
    records: shelf,
    texts: shelf.map(record => ({ id: record.id, place: placeDocument(topics.space, record) })),
  }));
  return { topics, shelves };
}

/** As most of its records write it; of equals the first by code points. */
function usualSpelling(records: readonly JournalRecord[]): string {
  const counts = new Map<string, number>();
  for (const { journal } of records) counts.set(journal.trim(), (counts.get(journal.trim()) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return usual?.[0] ?? '';
}

function lastYearOf(records: readonly JournalRecord[]): number | null {
  const years = records.flatMap(record => record.year ?? []);
  return years.length > 0 ? Math.max(...years) : null;
}

/**
 * Journals that publish on a topic: the records nearest to the text vote for theirs, Σ_{i=1..5} similarity₍ᵢ₎/i over a
 * journal's records, best first. A record that bears the text's own id is left out.
 *
 * Scale: as `topicScorer`. Gives the journals, best first; equal ones by name.
 * Source: after the method of Schuemie MJ, Kors JA. Jane: suggesting journals, finding experts. Bioinformatics
 * 2008;24:727–728. doi:10.1093/bioinformatics/btn006; the pooling is our own.
 */
export function rankJournals(index: JournalIndex, text: TopicDocument, most = Number.POSITIVE_INFINITY): JournalFit[] {
  const scoreOf = topicScorer(index.topics, { id: text.id, place: placeDocument(index.topics.space, text) });
  return index.shelves
    .map(shelf => ({ shelf, topic: scoreOf(shelf.texts) }))
    .sort((a, b) => b.topic.score - a.topic.score || (a.shelf.journal < b.shelf.journal ? -1 : 1))
    .slice(0, most)
    .map(({ shelf, topic }) => {
      const titles = new Map(shelf.records.map(record => [record.id, record.title]));
      return {
        journal: shelf.journal,
        score: topic.score,
        percent: topic.percent,
        records: shelf.records.length,
        lastYear: lastYearOf(shelf.records),
        nearest: topic.counted.slice(0, NEAREST_NAMED).map(id => ({ id, title: titles.get(id) ?? '' })),
        reasons: topic.reasons().map(({ kind, term, weight }) => ({ kind, term, weight })),
      };
    });
}

/** How often the journal of a record left out is found again. */
export interface JournalAccuracy {
  readonly n: number;
  readonly top1: number;
  readonly top5: number;
  readonly top10: number;
  /** Mean of 1/rank. */
  readonly mrr: number;
}

const FEWEST_RECORDS = 3;

/**
 * Leaves out each record whose journal has at least three, ranks the journals by the others, and looks where its own stands.
 * Gives shares of the records tried; null when no journal has three.
 */
export function journalAccuracy(index: JournalIndex): JournalAccuracy | null {
  const ranks: number[] = [];
  for (const shelf of index.shelves) {
    if (shelf.records.length < FEWEST_RECORDS) continue;
    for (const text of shelf.texts) ranks.push(rankOfOwn(index, shelf, text));
  }
  if (ranks.length === 0) return null;
  const within = (most: number) => ranks.filter(rank => rank <= most).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return { n: ranks.length, top1: within(1), top5: within(5), top10: within(10), mrr };
}

/** Place of the record's own journal, 1 first; ties count against it. */
export function rankOfOwn(index: JournalIndex, own: JournalShelf, text: PlacedDocument): number {
  const scoreOf = topicScorer(index.topics, text);
  const ownScore = scoreOf(own.texts).score;
  return 1 + index.shelves.filter(shelf => shelf !== own && scoreOf(shelf.texts).score >= ownScore).length;
}
