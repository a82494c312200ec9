import { termVocabulary } from '#core/screening/termVocabulary';

/** What a record says of itself, and nothing that tells what anybody decided. */
export interface RankableRecord {
  readonly title: string;
  readonly abstract: string;
  /** Keywords of the authors and MeSH headings, as one text. */
  readonly keywords?: string | undefined;
}

/** Rows of counts by term, in compressed form: row i holds positions rowStart[i] until rowStart[i + 1]. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly counts: Uint16Array;
}

export interface TermCounter {
  readonly add: (record: RankableRecord) => void;
  readonly finish: () => TermCounts;
}

const FIRST_ROOM = 1 << 16;
const MOST_TIMES = 65_535;

/**
 * Counts terms record by record and numbers them as they appear, so that the same records give the same numbers. Told how
 * many records there will be it makes room for about as many terms as they have, and not for twice as many.
 */
export function termCounter(titleRepeats: number, records: number): TermCounter {
  const vocabulary = termVocabulary();
  const rowStart = new Int32Array(records + 1);
  let columns = new Int32Array(FIRST_ROOM);
  let counts = new Uint16Array(FIRST_ROOM);
  /** Where each term stands in the row at hand, if not before its start. */
  let places = new Int32Array(1 << 13).fill(-1);
  let row = 0;
  let used = 0;
  let start = 0;
  let times = 1;

  const makeRoom = (): void => {
    const expected = row === 0 ? 0 : Math.ceil((1.05 * used * records) / row);
    const length = Math.max(Math.min(expected, 8 * used), Math.ceil(1.25 * used));
    const moreColumns = new Int32Array(length);
    moreColumns.set(columns);
    columns = moreColumns;
    const moreCounts = new Uint16Array(length);
    moreCounts.set(counts);
    counts = moreCounts;
  };
  const take = (term: number): void => {
    if (term >= places.length) {
      const more = new Int32Array(2 * places.length).fill(-1);
      more.set(places);
      places = more;
    }
    const place = places[term] as number; // each term has its place
    if (place >= start) {
      counts[place] = Math.min(MOST_TIMES, (counts[place] as number) + times);
      return;
    }
    if (used === columns.length) makeRoom();
    places[term] = used;
    columns[used] = term;
    counts[used++] = times;
  };
  const read = (text: string, repeats: number): void => {
    times = repeats;
    vocabulary.read(text, take);
  };
  return {
    add: record => {
      if (row === records) throw new RangeError(`termCounter: more than the ${records} records that were announced`);
      start = used;
      read(record.title, titleRepeats);
      read(record.abstract, 1);
      if (record.keywords) read(record.keywords, 1);
      rowStart[++row] = used;
    },
    finish: () => {
      if (row < records) throw new RangeError(`termCounter: ${row} of the ${records} records that were announced`);
      return {
        terms: vocabulary.terms(),
        rowStart,
        columns: columns.subarray(0, used),
        counts: counts.subarray(0, used),
      };
    },
  };
}
