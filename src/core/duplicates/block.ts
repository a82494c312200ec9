import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';

/** Pairs of places in the list of records, one after the other: a, b, a, b …; the smaller place of a pair comes first. */
export type Candidates = readonly number[];

/** Blocks larger than this are not taken whole: their records are sorted, and each meets its neighbours only. */
const LARGEST_BLOCK = 24;
const NEIGHBOURS = 6;

const TITLE_END = 22;
const RARE_WORDS = 4;
const SHORTEST_WORD = 3;

/** How often each word stands in titles, and a number for it by which pairs of words are told apart. */
interface WordCount {
  readonly number: number;
  count: number;
}
type WordCounts = ReadonlyMap<string, WordCount>;
type KeysOf = (record: NormalisedRecord, wordCounts: WordCounts) => readonly (string | number)[];

const firstAuthor = (record: NormalisedRecord) => record.authors[0]?.last ?? '';

/** The rarest words that another title shares. Frequency decides, then the word itself, so that nothing but the set of records does. */
function rarestWords(record: NormalisedRecord, wordCounts: WordCounts): WordCount[] {
  const rarest: { readonly word: string; readonly counted: WordCount }[] = [];
  for (const word of record.title.words) {
    const counted = wordCounts.get(word);
    if (!counted || counted.count < 2 || rarest.some(known => known.word === word)) continue;
    const at = rarest.findIndex(
      known => counted.count < known.counted.count || (counted.count === known.counted.count && word < known.word),
    );
    if (at >= 0) rarest.splice(at, 0, { word, counted });
    else rarest.push({ word, counted });
    if (rarest.length > RARE_WORDS) rarest.pop();
  }
  return rarest.map(({ counted }) => counted);
}

/**
 * Each way in which two records of the same report can be brought together. Any one suffices, so that a report is found
 * although a field or two are wrong or missing.
 */
const BLOCKINGS: Readonly<Record<string, KeysOf>> = {
  doi: ({ doi }) => (doi === null ? [] : [doi]),
  pmid: ({ pmid }) => (pmid === null ? [] : [pmid]),
  titleHead: ({ title }) =>
    [title.compact, ...title.others].filter(text => text !== '').map(text => text.slice(0, TITLE_END)),
  titleTail: ({ title }) =>
    title.compact.length > TITLE_END ? [title.compact, ...title.others].map(text => text.slice(-TITLE_END)) : [],
  volumeAndPage: ({ volume, pages }) =>
    volume && pages && volume.number !== '' ? [`${volume.number} ${pages.first}`] : [],
  authorAndPage: record =>
    record.pages && firstAuthor(record) !== '' ? [`${firstAuthor(record)} ${record.pages.first}`] : [],
  authorYearAndWord: record =>
    firstAuthor(record) === '' || record.year === null
      ? []
      : [`${firstAuthor(record)} ${record.year} ${record.title.words[0] ?? ''}`],
  authorVolumeAndYear: record =>
    firstAuthor(record) === '' || !record.volume
      ? []
      : [`${firstAuthor(record)} ${record.volume.number} ${record.year ?? ''}`],
  abstractHead: ({ abstractHead }) => (abstractHead.length < 40 ? [] : [abstractHead]),
  rareWords: (record, wordCounts) => {
    const words = rarestWords(record, wordCounts);
    return words.flatMap(({ number }, at) =>
      words
        .slice(at + 1)
        .map(other => Math.min(number, other.number) * wordCounts.size + Math.max(number, other.number)),
    );
  },
};

function countWords(records: readonly NormalisedRecord[]): WordCounts {
  const counts = new Map<string, WordCount>();
  for (const { title } of records) {
    title.words.forEach((word, at) => {
      if (word.length < SHORTEST_WORD || title.words.indexOf(word) < at) return;
      const known = counts.get(word);
      if (known) known.count++;
      else counts.set(word, { number: counts.size, count: 1 });
    });
  }
  return counts;
}

/** Records by key; a key that only one record has costs no list. */
function gather(
  records: readonly NormalisedRecord[],
  keysOf: KeysOf,
  wordCounts: WordCounts,
): Iterable<readonly number[]> {
  const firstWith = new Map<string | number, number>();
  const blocks = new Map<string | number, number[]>();
  records.forEach((record, at) => {
    for (const key of keysOf(record, wordCounts)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, at);
      else if (first !== at) {
        const block = blocks.get(key);
        if (!block) blocks.set(key, [first, at]);
        else if (block[block.length - 1] !== at) block.push(at);
      }
    }
  });
  return blocks.values();
}

/** What large blocks are sorted by: records of the same report come to stand side by side. */
function sortingText(record: NormalisedRecord): string {
  return `${record.title.compact} ${firstAuthor(record)} ${record.year ?? ''} ${record.volume?.number ?? ''} ${record.pages?.first ?? ''} ${record.recordId}`;
}

/**
 * Brings together the pairs of records that are worth comparing: a few for each record instead of all.
 * The records must stand in an order that does not depend on how they came in. Yields, blocking by blocking, the pairs
 * that no blocking before had found.
 */
export function* block(records: readonly NormalisedRecord[]): Generator<Candidates> {
  const wordCounts = countWords(records);
  const size = records.length;
  const seen = new Set<number>();
  const texts = new Map<number, string>();
  const textOf = (at: number): string => {
    const known = texts.get(at);
    if (known !== undefined) return known;
    const record = records[at];
    const text = record ? sortingText(record) : '';
    texts.set(at, text);
    return text;
  };
  for (const keysOf of Object.values(BLOCKINGS)) {
    const found: number[] = [];
    const add = (one: number, other: number): void => {
      const [a, b] = one < other ? [one, other] : [other, one];
      const pair = a * size + b;
      if (a === b || seen.has(pair)) return;
      seen.add(pair);
      found.push(a, b);
    };
    for (const members of gather(records, keysOf, wordCounts)) {
      const isLarge = members.length > LARGEST_BLOCK;
      const ordered = isLarge ? [...members].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) : members;
      const reach = isLarge ? NEIGHBOURS : ordered.length;
      for (let left = 0; left < ordered.length; left++) {
        for (let right = left + 1; right < ordered.length && right - left <= reach; right++) {
          add(ordered[left] ?? 0, ordered[right] ?? 0);
        }
      }
    }
    yield found;
  }
}
