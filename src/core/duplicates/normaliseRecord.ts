import { type AuthorName, normaliseAuthors } from '#core/duplicates/normaliseAuthors';
import { normaliseDoi } from '#core/duplicates/normaliseDoi';
import { type JournalName, normaliseJournal } from '#core/duplicates/normaliseJournal';
import { normalisePages, type Pages } from '#core/duplicates/normalisePages';
import { compactOf, normaliseText } from '#core/duplicates/normaliseText';
import { normaliseTitle, type TitleForm } from '#core/duplicates/normaliseTitle';
import { normaliseVolume, type VolumeNumber } from '#core/duplicates/normaliseVolume';
import type { BibliographicRecord } from '#core/duplicates/record';

/** Where a report is published, as far as it bears on whether two records can be the same report. */
export type Venue = 'journal' | 'conference' | 'preprint' | 'thesis' | 'registry';

/** A record in comparable form. */
export interface NormalisedRecord {
  readonly recordId: string;
  readonly title: TitleForm;
  readonly authors: readonly AuthorName[];
  readonly year: number | null;
  readonly journal: JournalName | null;
  readonly volume: VolumeNumber | null;
  readonly issue: VolumeNumber | null;
  readonly pages: Pages | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  /** The first letters and digits of the abstract, compact; empty if there is none worth comparing. */
  readonly abstractHead: string;
  /** The abstract's beginning as the source wrote it: its words are looked at only where they may decide. */
  readonly abstract: string;
  readonly venue: Venue;
}

/** Abstracts are compared by their first thousand characters: beyond them sources truncate. */
const ABSTRACT_COMPARED = 1000;
const ABSTRACT_HEAD = 60;
const ABSTRACT_HEAD_READ = 160;
const LONG_JOURNAL = 20;
const LEAST_ARTICLE_NUMBER = 100;
const SHORTEST_ABSTRACT = 40;

const CONFERENCE =
  /\bconference\b|\bcongress\b|\bsymposium\b|\bannual meeting\b|\bscientific sessions?\b|\bmeeting abstracts?\b|\bproceedings of the (?:\d|acm|ieee|international)|\bworkshop\b/;
const PREPRINT = /\b(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|ssrn|research square|preprints?|osf|authorea)\b/;
const THESIS = /\bdissertation|\bthesis\b|\bproquest\b/;
const REGISTRY = /clinicaltrials?\.gov|\bisrctn\b|\bclinical trials? regist|\bictrp\b|\beudract\b|\/show\/nct/;

function venueOf(journal: string): Venue {
  if (journal === '') return 'journal';
  if (CONFERENCE.test(journal)) return 'conference';
  if (PREPRINT.test(journal)) return 'preprint';
  if (REGISTRY.test(journal)) return 'registry';
  return THESIS.test(journal) ? 'thesis' : 'journal';
}

function yearOf(year: number | string | null): number | null {
  const found = /(?:1[89]|20)\d\d/.exec(String(year ?? ''));
  return found ? Number(found[0]) : null;
}

const ABSTRACT_LABEL = /^\W*(?:abstract|background|objectives?|aims?|purpose(?: of review)?|introduction|summary)\b\W*/;

function headOf(abstract: string): string {
  const plain = normaliseText(abstract.slice(0, ABSTRACT_HEAD_READ)).replace(ABSTRACT_LABEL, '');
  return compactOf(plain).slice(0, ABSTRACT_HEAD);
}

/** Volume, issue and pages, each put back where it belongs. */
function placeOf(record: BibliographicRecord) {
  const volume = normaliseVolume(record.volume);
  const issue = normaliseVolume(record.issue);
  const pages = normalisePages(record.pages);
  // "14 (1)" as the volume beside "18" as the issue: 18 is the article's number.
  const issueInVolume = /^\s*\d+\s*\((\d[^)]*)\)/.exec(record.volume ?? '');
  if (issueInVolume?.[1] !== undefined) {
    const isMoved = pages === null && issue !== null && normaliseVolume(issueInVolume[1])?.number !== issue.number;
    if (isMoved) return { volume, issue: normaliseVolume(issueInVolume[1]), pages: normalisePages(record.issue) };
    return { volume, issue: issue ?? normaliseVolume(issueInVolume[1]), pages };
  }
  // A lone page one beside no volume is a placeholder; so great an issue beside no pages is an article's number.
  if (pages?.first === '1' && pages.last === '' && volume === null) return { volume, issue, pages: null };
  if (pages === null && Number(issue?.number) >= LEAST_ARTICLE_NUMBER) return { volume, issue: null, pages };
  return { volume, issue, pages };
}

/** The title and journal. Some exports repeat the title, or give its original wording, where the journal belongs. */
function titleAndJournalOf({ title: rawTitle, journal: rawJournal }: BibliographicRecord) {
  const title = normaliseTitle(rawTitle);
  const journal = normaliseJournal(rawJournal);
  if (journal === null || rawJournal === null || journal.compact.length < LONG_JOURNAL) return { title, journal };
  const beginsAsTitle = title.compact.startsWith(compactOf(rawJournal.slice(0, 12).toLowerCase()));
  if (!beginsAsTitle && !title.isTranslated) return { title, journal };
  const asTitle = normaliseTitle(rawJournal);
  if (title.compact.startsWith(asTitle.compact)) return { title, journal: null };
  const isOriginalTitle = title.isTranslated && /[.?!]\s*$/.test(rawJournal) && asTitle.words.length > 3;
  return isOriginalTitle
    ? { title: { ...title, others: [...title.others, asTitle.compact] }, journal: null }
    : { title, journal };
}

const LONGEST: Readonly<Record<'title' | 'journal' | 'volume' | 'issue' | 'pages' | 'doi' | 'pmid', number>> = {
  title: 800,
  journal: 600,
  volume: 200,
  issue: 200,
  pages: 100,
  doi: 400,
  pmid: 40,
};
const LONGEST_AUTHOR_LINE = 4000;
const MOST_AUTHOR_ENTRIES = 60;

/** A file that was read amiss may hold a book in one field: what is compared is bounded, so that the time is. */
function withinBounds(record: BibliographicRecord): BibliographicRecord {
  const cut = (field: keyof typeof LONGEST): string | null => {
    const text = record[field];
    return text !== null && text.length > LONGEST[field] ? text.slice(0, LONGEST[field]) : text;
  };
  return {
    ...record,
    title: cut('title'),
    journal: cut('journal'),
    volume: cut('volume'),
    issue: cut('issue'),
    pages: cut('pages'),
    doi: cut('doi'),
    pmid: cut('pmid'),
    authors: record.authors
      .slice(0, MOST_AUTHOR_ENTRIES)
      .map(line => (line.length > LONGEST_AUTHOR_LINE ? line.slice(0, LONGEST_AUTHOR_LINE) : line)),
  };
}

/** A record in the one spelling in which it can be compared. */
export function normaliseRecord(raw: BibliographicRecord): NormalisedRecord {
  const record = withinBounds(raw);
  const year = yearOf(record.year);
  const { title, journal } = titleAndJournalOf(record);
  const { volume, issue, pages } = placeOf(record);
  const abstract =
    (record.abstract?.length ?? 0) < SHORTEST_ABSTRACT ? '' : (record.abstract ?? '').slice(0, ABSTRACT_COMPARED);
  return {
    recordId: record.recordId,
    title,
    authors: normaliseAuthors(record.authors),
    year,
    journal,
    // Some sources put the year where the volume belongs: that says nothing more.
    volume: volume && year !== null && volume.number === String(year) ? null : volume,
    issue,
    pages,
    doi: normaliseDoi(record.doi),
    pmid: /\d{3,}/.exec(record.pmid ?? '')?.[0].replace(/^0+/, '') ?? null,
    abstractHead: abstract === '' ? '' : headOf(abstract),
    abstract,
    venue: venueOf((record.journal ?? '').toLowerCase()),
  };
}
