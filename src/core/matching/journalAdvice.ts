import {
  type JournalIndex,
  type JournalRecord,
  journalIndex,
  rankJournals,
  rankOfOwn,
} from '#core/matching/rankJournals';
import { topicScorer } from '#core/matching/topicScore';
import { placeDocument, type TopicDocument } from '#core/matching/topicSpace';

/** A journal that publishes on a topic, with what speaks for it. */
export interface AdvisedJournal {
  readonly journal: string;
  /** Of the nearest records, how many it published. */
  readonly near: number;
  /** Of all records looked at. */
  readonly records: number;
  readonly recordIds: readonly string[];
  readonly lastYear: number | null;
  readonly years: readonly { readonly year: number; readonly records: number }[];
  readonly terms: readonly string[];
  readonly nearest: readonly { readonly id: string; readonly title: string; readonly year: number | null }[];
}

export interface JournalAdvice {
  readonly records: number;
  /** How many of the nearest records were counted. */
  readonly nearest: number;
  readonly journals: readonly AdvisedJournal[];
  /** How often a record left out finds its own journal among the first ten; null where no journal has three records, or there are only ten. */
  readonly accuracy: { readonly tried: number; readonly inFirstTen: number; readonly byChance: number } | null;
}

const NEAREST_COUNTED = 50;
const JOURNALS_SHOWN = 15;
const TERMS_SHOWN = 4;
const FEWEST_RECORDS = 3;
const FIRST = 10;
/** Enough for a share to within seven points either way; more would only take longer. */
const MOST_TRIED = 200;

/**
 * Which journals publish on a topic, by records that bear their journal: ordered as `rankJournals`, with the counts that a
 * person can check. Takes texts in any order; equal ones come by name. How good the advice is, is tried on the same records:
 * each is left out in turn (at most 200, evenly spread) and asked where its journal stands.
 */
export function journalAdvice(records: readonly JournalRecord[], topic: TopicDocument): JournalAdvice {
  const index = journalIndex(records);
  const byId = new Map(records.map(record => [record.id, record]));
  const near = nearestRecords(index, topic);
  const journals = rankJournals(index, topic, JOURNALS_SHOWN).flatMap(fit => {
    const shelf = index.shelves.find(({ journal }) => journal === fit.journal);
    if (!shelf || fit.score <= 0) return [];
    return [
      {
        journal: fit.journal,
        near: shelf.records.filter(({ id }) => near.has(id)).length,
        records: fit.records,
        recordIds: shelf.records.map(({ id }) => id),
        lastYear: fit.lastYear,
        years: countedByYear(shelf.records),
        terms: fit.reasons.slice(0, TERMS_SHOWN).map(({ term }) => term),
        nearest: fit.nearest.map(({ id, title }) => ({ id, title, year: byId.get(id)?.year ?? null })),
      },
    ];
  });
  return { records: byId.size, nearest: near.size, journals, accuracy: accuracyOf(index) };
}

function nearestRecords(index: JournalIndex, topic: TopicDocument): ReadonlySet<string> {
  const scoreOf = topicScorer(index.topics, { id: topic.id, place: placeDocument(index.topics.space, topic) });
  const scored = index.shelves.flatMap(({ texts }) =>
    texts.map(text => ({ id: text.id, score: scoreOf([text]).score })),
  );
  scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return new Set(
    scored
      .filter(({ score }) => score > 0)
      .slice(0, NEAREST_COUNTED)
      .map(({ id }) => id),
  );
}

function countedByYear(records: readonly JournalRecord[]): { year: number; records: number }[] {
  const counts = new Map<number, number>();
  for (const { year } of records) if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, records: count })).sort((a, b) => a.year - b.year);
}

function accuracyOf(index: JournalIndex): JournalAdvice['accuracy'] {
  const all = index.shelves
    .filter(({ records }) => records.length >= FEWEST_RECORDS)
    .flatMap(shelf => shelf.texts.map(text => ({ shelf, text })));
  // Among ten journals or fewer each stands in the first ten: that would prove nothing.
  if (all.length === 0 || index.shelves.length <= FIRST) return null;
  const step = Math.max(1, all.length / MOST_TRIED);
  const tried = Array.from({ length: Math.min(all.length, MOST_TRIED) }, (_, place) => all[Math.floor(place * step)]);
  const found = tried.filter(one => one && rankOfOwn(index, one.shelf, one.text) <= FIRST).length;
  return {
    tried: tried.length,
    inFirstTen: found / tried.length,
    byChance: FIRST / index.shelves.length,
  };
}
