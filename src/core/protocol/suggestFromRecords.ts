import { foldText } from '#core/protocol/matchText';
import { STOP_WORDS } from '#core/protocol/stopWords';

export interface RecordToLearnFrom {
  readonly title: string | null;
  readonly abstractText: string | null;
  readonly meshHeadings: readonly string[];
  /** Included already, or known beforehand to be eligible. */
  readonly isIncluded: boolean;
}

/** "7 of 9 included records carry …, and 12 of the 480 others." */
export interface CarriedTerm {
  readonly term: string;
  readonly included: number;
  readonly others: number;
  /** Dunning's log-likelihood ratio: how far the share among the included differs from that among the others. */
  readonly weight: number;
}

export interface TermsOfRecords {
  readonly headings: readonly CarriedTerm[];
  readonly phrases: readonly CarriedTerm[];
}

/** What indexers tick for nearly every record: to search for it finds everything, or loses what is not yet indexed. */
const CHECK_TAGS = new Set(['Humans', 'Animals', 'Male', 'Female']);

/**
 * Headings and phrases that the included records carry more often than the others, the most telling first, to be
 * offered as synonyms. Each record counts once for a term. A phrase is two or three words of title or abstract that
 * begin and end with a telling word and stand in at least two included records. Check tags are never offered.
 * Source: Dunning T. Computational Linguistics 1993;19:61-74.
 */
export function suggestFromRecords(records: readonly RecordToLearnFrom[], limit = 20): TermsOfRecords {
  const included = records.filter(({ isIncluded }) => isIncluded);
  const others = records.filter(({ isIncluded }) => !isIncluded);
  const rank = (termsOf: (record: RecordToLearnFrom) => ReadonlySet<string>, least: number): readonly CarriedTerm[] => {
    const inIncluded = countTerms(included, termsOf);
    const inOthers = countTerms(others, termsOf, inIncluded);
    return [...inIncluded]
      .filter(
        ([term, count]) =>
          count >= least && isMoreCommon(count, included.length, inOthers.get(term) ?? 0, others.length),
      )
      .map(([term, count]) => {
        const other = inOthers.get(term) ?? 0;
        return {
          term,
          included: count,
          others: other,
          weight: likelihoodRatio(count, included.length, other, others.length),
        };
      })
      .sort(
        (one, other) => other.weight - one.weight || other.included - one.included || (one.term < other.term ? -1 : 1),
      )
      .slice(0, limit);
  };
  return {
    headings: rank(({ meshHeadings }) => new Set(meshHeadings.filter(name => !CHECK_TAGS.has(name))), 1),
    phrases: rank(phrasesOf, 2),
  };
}

function countTerms(
  records: readonly RecordToLearnFrom[],
  termsOf: (record: RecordToLearnFrom) => ReadonlySet<string>,
  wanted?: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const term of termsOf(record)) if (!wanted || wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function phrasesOf({ title, abstractText }: RecordToLearnFrom): ReadonlySet<string> {
  const phrases = new Set<string>();
  // A phrase doesn't reach over the end of a sentence or a bracket.
  for (const part of `${title ?? ''}. ${abstractText ?? ''}`.split(/[.,;:()[\]!?\n]+/)) {
    const words = foldText(part).split(' ');
    words.forEach((word, at) => {
      if (!isTelling(word)) return;
      for (const length of [2, 3]) {
        const last = words[at + length - 1];
        if (last !== undefined && isTelling(last)) phrases.add(words.slice(at, at + length).join(' '));
      }
    });
  }
  return phrases;
}

/** Words that only tie others together, beside those that PubMed leaves out: at the edge of a phrase they tell nothing. */
const LINKING_WORDS = new Set(
  `above across after against along amongst around below beyond despite down following given including near off one onto out over
  per throughout toward towards two under until versus via whether who whom whose`.split(/\s+/),
);

function isTelling(word: string): boolean {
  return word.length > 2 && !STOP_WORDS.has(word) && !LINKING_WORDS.has(word) && !/^\d+$/.test(word);
}

function isMoreCommon(count: number, of: number, other: number, ofOthers: number): boolean {
  return count * ofOthers >= other * of;
}

/** 2 × Σ observed × ln(observed / expected) over the four cells of the table; 0 when there is nothing to compare with. */
function likelihoodRatio(count: number, of: number, other: number, ofOthers: number): number {
  const total = of + ofOthers;
  const withTerm = count + other;
  const cell = (observed: number, expected: number) => (observed === 0 ? 0 : observed * Math.log(observed / expected));
  return (
    2 *
    (cell(count, (withTerm * of) / total) +
      cell(other, (withTerm * ofOthers) / total) +
      cell(of - count, ((total - withTerm) * of) / total) +
      cell(ofOthers - other, ((total - withTerm) * ofOthers) / total))
  );
}
