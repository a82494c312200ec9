import type { Levels } from '#core/duplicates/compare';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import { tellingWordsDiffer } from '#core/duplicates/tellingWords';

/** Why two records that look alike are not joined without a person's word. */
export const VETOES = [
  'pmids-differ',
  'kinds-differ',
  'venues-differ',
  'telling-words-differ',
  'dois-differ',
  'shared-doi-but-other-title',
  'volume-and-pages-differ',
  'journal-and-pages-differ',
  'journal-and-volume-differ',
  'volume-or-issue-differs',
  'only-one-in-a-supplement',
  'other-title-on-the-same-page',
  'pages-differ',
  'title-alike-but-no-place',
  'authors-differ',
  'year-differs',
  'no-journal-and-other-year',
  'abstracts-differ',
] as const;
export type Veto = (typeof VETOES)[number];

/** Vetoes that say that two records are two reports, not only that too little is known: no chain of likenesses overrules them. */
export const KEEPS_APART: ReadonlySet<Veto> = new Set([
  'pmids-differ',
  'kinds-differ',
  'venues-differ',
  'telling-words-differ',
  'dois-differ',
  'shared-doi-but-other-title',
  'volume-and-pages-differ',
  'journal-and-pages-differ',
  'journal-and-volume-differ',
  'volume-or-issue-differs',
  'only-one-in-a-supplement',
  'other-title-on-the-same-page',
]);

/** Those which hold even where a shared identifier says that it is one report. */
export const KEEPS_APART_DESPITE_IDENTIFIER: ReadonlySet<Veto> = new Set([
  'pmids-differ',
  'kinds-differ',
  'telling-words-differ',
  'dois-differ',
  'shared-doi-but-other-title',
  'journal-and-pages-differ',
]);

/** What several vetoes ask about a pair. */
interface PairFacts {
  readonly a: NormalisedRecord;
  readonly b: NormalisedRecord;
  readonly levels: Levels;
  readonly isSameTitle: boolean;
  readonly isSameIdentifier: boolean;
  /** Volume and page, or journal, volume and issue, or journal, year and a span of pages are the same, and nothing of these says otherwise. */
  readonly isSamePlace: boolean;
}

const SAME_TITLES: ReadonlySet<string> = new Set(['same', 'same-but-short', 'same-in-other-language']);
const CLOSE_TITLES: ReadonlySet<string> = new Set(['nearly-same', 'begins-the-same', 'close']);
const SAME_PAGES: ReadonlySet<string> = new Set(['same', 'same-first', 'same-last']);
const MAYBE_SAME_PAGES: ReadonlySet<string> = new Set([
  'missing',
  'counted-from-one',
  'number-and-pages',
  'overlapping',
]);
const SAME_VOLUMES: ReadonlySet<string> = new Set(['same', 'same-number']);
const UNLIKE_AUTHORS: ReadonlySet<string> = new Set(['different', 'first-differs', 'only-first-same']);

/** Several abstracts of a meeting may stand on one page. */
const isOnePage = ({ pages }: NormalisedRecord) => pages !== null && (pages.last === '' || pages.last === pages.first);

function isSamePlace(
  a: NormalisedRecord,
  b: NormalisedRecord,
  { journal, year, volume, issue, pages }: Levels,
): boolean {
  if (journal === 'different') return false;
  const isNamedJournal = journal === 'same' || journal === 'abbreviated';
  if (SAME_VOLUMES.has(volume)) {
    return SAME_PAGES.has(pages) || (issue === 'same' && journal !== 'missing' && MAYBE_SAME_PAGES.has(pages));
  }
  return (
    volume === 'missing' && isNamedJournal && year === 'same' && pages === 'same' && !isOnePage(a) && !isOnePage(b)
  );
}

function factsOf(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): PairFacts {
  return {
    a,
    b,
    levels,
    isSameTitle: SAME_TITLES.has(levels.title),
    isSameIdentifier: (levels.doi === 'same' && levels.pmid !== 'different') || levels.pmid === 'same',
    isSamePlace: isSamePlace(a, b, levels),
  };
}

const OTHER_TITLES: ReadonlySet<string> = new Set(['close', 'similar', 'partly-same', 'little-in-common', 'different']);
const UNLIKE_TITLES: ReadonlySet<string> = new Set(['partly-same', 'little-in-common', 'different']);

const isInSupplement = ({ pages, issue, volume }: NormalisedRecord) =>
  pages?.prefix === 's' || (issue?.supplement ?? '') !== '' || (volume?.supplement ?? '') !== '';

/** The abstract, the journal and the authors are the same: the titles differ in wording only. */
const hasSameText = ({ abstract, journal, authors }: Levels) =>
  abstract === 'same' && (journal === 'same' || journal === 'abbreviated') && !UNLIKE_AUTHORS.has(authors);

/** One source names the meeting beside the journal, another one the journal only: the volume is the same, and nothing else differs. */
const isSameMeeting = (a: NormalisedRecord, b: NormalisedRecord, levels: Levels) =>
  (levels.volume === 'same' ||
    (a.volume === null && b.volume === null && levels.abstract === 'same' && levels.year === 'same')) &&
  levels.journal !== 'different' &&
  levels.journal !== 'missing' &&
  levels.issue !== 'different' &&
  (a.pages === null) === (b.pages === null) &&
  levels.pages !== 'different';

const CHECKS: Readonly<Record<Veto, (facts: PairFacts) => boolean>> = {
  'pmids-differ': ({ levels }) => levels.pmid === 'different',
  'kinds-differ': ({ a, b, levels, isSamePlace }) =>
    a.title.kind !== b.title.kind &&
    !(isSamePlace && SAME_PAGES.has(levels.pages) && !UNLIKE_AUTHORS.has(levels.authors)),
  'venues-differ': ({ a, b, levels, isSamePlace, isSameIdentifier }) =>
    a.venue !== b.venue && !isSamePlace && !isSameIdentifier && !isSameMeeting(a, b, levels),
  'telling-words-differ': ({ a, b, levels, isSameTitle, isSamePlace, isSameIdentifier }) =>
    !isSameTitle &&
    !isSamePlace &&
    !(isSameIdentifier && CLOSE_TITLES.has(levels.title)) &&
    tellingWordsDiffer(a.title.words, b.title.words),
  'dois-differ': ({ levels }) =>
    levels.doi === 'different' &&
    (levels.pages === 'different' ||
      (levels.volume === 'different' && levels.pages !== 'same') ||
      levels.issue === 'different' ||
      levels.journal === 'different' ||
      levels.year !== 'same' ||
      levels.title !== 'same'),
  'shared-doi-but-other-title': ({ levels }) =>
    levels.doi === 'same' && (levels.title === 'different' || levels.title === 'little-in-common'),
  'volume-and-pages-differ': ({ levels, isSameIdentifier }) =>
    levels.volume === 'different' && levels.pages === 'different' && !isSameIdentifier,
  // Where the volume differs too, not even a shared DOI joins: databases give an abstract the DOI of the later paper.
  'journal-and-pages-differ': ({ levels, isSameIdentifier }) =>
    levels.journal === 'different' &&
    levels.pages === 'different' &&
    (!isSameIdentifier || levels.volume === 'different'),
  'journal-and-volume-differ': ({ levels, isSameIdentifier }) =>
    levels.journal === 'different' && levels.volume === 'different' && !isSameIdentifier,
  'volume-or-issue-differs': ({ levels, isSameIdentifier }) =>
    !isSameIdentifier &&
    ((levels.volume === 'different' && (!SAME_PAGES.has(levels.pages) || levels.title === 'same-but-short')) ||
      (levels.issue === 'different' && (levels.pages === 'missing' || levels.title === 'same-but-short'))),
  'other-title-on-the-same-page': ({ a, b, levels, isSameIdentifier }) => {
    if (isSameIdentifier || !OTHER_TITLES.has(levels.title)) return false;
    const isTranslation =
      a.title.isTranslated !== b.title.isTranslated || a.title.others.length > 0 || b.title.others.length > 0;
    if (isTranslation) return levels.pages !== 'same' || UNLIKE_AUTHORS.has(levels.authors);
    return UNLIKE_TITLES.has(levels.title) || levels.pages !== 'same' || isOnePage(a) || isOnePage(b);
  },
  'only-one-in-a-supplement': ({ a, b, levels, isSameIdentifier }) =>
    isInSupplement(a) !== isInSupplement(b) &&
    (levels.pages === 'different' || levels.pages === 'number-and-pages') &&
    !isSameIdentifier,
  'pages-differ': ({ levels, isSameIdentifier }) => levels.pages === 'different' && !isSameIdentifier,
  'title-alike-but-no-place': ({ levels, isSameTitle, isSameIdentifier, isSamePlace }) =>
    !isSameTitle && !isSameIdentifier && !isSamePlace && !SAME_PAGES.has(levels.pages) && !hasSameText(levels),
  'authors-differ': ({ levels, isSameIdentifier, isSameTitle, isSamePlace }) =>
    UNLIKE_AUTHORS.has(levels.authors) && !isSameIdentifier && !(isSameTitle && isSamePlace),
  'year-differs': ({ levels, isSameIdentifier, isSamePlace }) =>
    !isSameIdentifier &&
    (levels.year === 'different' || levels.year === 'near') &&
    !(isSamePlace && (levels.year === 'near' || (levels.pages === 'same' && levels.issue === 'same'))),
  'no-journal-and-other-year': ({ levels, isSameIdentifier }) =>
    levels.journal === 'missing' && levels.year !== 'same' && levels.pages === 'missing' && !isSameIdentifier,
  'abstracts-differ': ({ levels, isSameTitle, isSameIdentifier, isSamePlace }) =>
    levels.abstract === 'different' && !(isSameTitle && (isSameIdentifier || isSamePlace)),
};

/** All that speaks against joining two records unseen, however likely they look. */
export function vetoesAgainst(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): Veto[] {
  const facts = factsOf(a, b, levels);
  return VETOES.filter(veto => CHECKS[veto](facts));
}
