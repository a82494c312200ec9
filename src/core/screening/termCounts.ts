/** What a record says of itself, and nothing that tells what anybody decided. */
export interface RankableRecord {
  readonly title: string;
  readonly abstract: string;
  /** Keywords of the authors and MeSH headings, as one text. */
  readonly keywords?: string | undefined;
}

/** The words of a text as they are compared: lower case, runs of two or more letters, digits or underscores. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

/** Rows of counts by term, in compressed form: row i holds positions rowStart[i] until rowStart[i + 1]. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly rowStart: readonly number[];
  readonly columns: readonly number[];
  readonly counts: readonly number[];
}

export interface TermCounter {
  readonly add: (record: RankableRecord) => void;
  readonly finish: () => TermCounts;
}

/** Counts terms record by record and numbers them as they appear, so that the same records give the same numbers. */
export function termCounter(titleRepeats: number): TermCounter {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const rowStart: number[] = [0];
  const columns: number[] = [];
  const counts: number[] = [];

  /** Where each term stands in the row at hand, if not before its start. */
  const places: number[] = [];

  const read = (start: number, text: string, times: number) => {
    for (const word of wordsOf(text)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = terms.push(word) - 1;
        numbers.set(word, number);
        places.push(-1);
      }
      const place = places[number] as number; // each term has its place
      if (place >= start) counts[place] = (counts[place] as number) + times;
      else {
        places[number] = columns.push(number) - 1;
        counts.push(times);
      }
    }
  };
  return {
    add: record => {
      const start = columns.length;
      read(start, record.title, titleRepeats);
      read(start, record.abstract, 1);
      if (record.keywords) read(start, record.keywords, 1);
      rowStart.push(columns.length);
    },
    finish: () => ({ terms, rowStart, columns, counts }),
  };
}
