import { latexText } from '#core/searching/bibtex/latexText';
import type { BibtexEntry } from '#core/searching/bibtex/parseEntry';
import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normaliseIssn, normalisePmcid, normalisePmid } from '#core/searching/identifiers';
import { groupNamed, personNamed } from '#core/searching/personName';
import { presentText } from '#core/searching/plainText';
import { dayNumber, monthNumber, readDate } from '#core/searching/publicationDate';
import type { PublicationDate, RecordAuthor, RecordType } from '#core/searching/record';
import { readKeywords } from '#core/searching/tagged/readRisRecord';

const TYPES: Readonly<Record<string, RecordType>> = {
  book: 'book',
  mvbook: 'book',
  inbook: 'book',
  incollection: 'book',
  collection: 'book',
  booklet: 'book',
  inproceedings: 'conference',
  conference: 'conference',
  proceedings: 'conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  patent: 'patent',
  dataset: 'dataset',
  misc: 'other',
  unpublished: 'other',
  manual: 'other',
  software: 'other',
};

const CHAPTERS: ReadonlySet<string> = new Set(['inbook', 'incollection', 'inproceedings', 'conference']);

const PLACED: ReadonlySet<string> = new Set([
  ...[
    'title',
    'subtitle',
    'author',
    'journal',
    'journaltitle',
    'shortjournal',
    'abstract',
    'year',
    'date',
    'month',
    'day',
    'volume',
  ],
  ...['number', 'issue', 'pages', 'doi', 'pmid', 'pmcid', 'issn', 'isbn', 'keywords', 'keyword', 'language', 'langid'],
  ...['booktitle', 'publisher', 'eprint', 'eprinttype'],
]);

/** Cuts at a word that stands outside braces. */
function cutOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(text);
      if (found?.[0]) {
        parts.push(text.slice(from, at));
        from = at + found[0].length;
        at = from - 1;
      }
    }
  }
  parts.push(text.slice(from));
  return parts.map(part => part.trim()).filter(Boolean);
}

/** `First von Last`: lower-case words begin the family name, else the last word is it. */
function readGivenFirst(name: string): RecordAuthor | null {
  const words = cutOutsideBraces(name, /\s+/y);
  const particle = words.findIndex((word, index) => index < words.length - 1 && /^\p{Ll}/u.test(latexText(word)));
  const from = particle >= 0 ? particle : words.length - 1;
  const last = latexText(words.slice(from).join(' '));
  return last ? personNamed(last, latexText(words.slice(0, from).join(' ')) || null) : null;
}

/** A name by BibTeX's rules: `von Last, First`, `von Last, Jr, First`, `First von Last`, or a group in braces. */
function readAuthor(name: string): RecordAuthor | null {
  if (/^\{(?:[^{}\\]|\\.|\{[^{}]*\})*\}$/s.test(name)) return groupNamed(latexText(name));
  if (/^others$/i.test(name)) return null;
  const extended = /(?:^|,)\s*family\s*=\s*([^,]+)/.exec(name);
  if (extended) {
    const part = (key: string): string | null => {
      const found = new RegExp(`(?:^|,)\\s*${key}\\s*=\\s*([^,]+)`).exec(name)?.[1];
      return found ? latexText(found.replace(/^"|"$/g, '')) : null;
    };
    const last = [part('prefix'), part('family')].filter(Boolean).join(' ');
    return personNamed(last, part('given'), part('suffix'));
  }
  const parts = cutOutsideBraces(name, /,\s*/y).map(latexText);
  const [last = '', second = null, third = null] = parts;
  if (parts.length === 1) return name.endsWith(',') ? personNamed(last, null) : readGivenFirst(name);
  return third === null ? personNamed(last, second) : personNamed(last, third, second);
}

/** BibLaTeX's `date`, or BibTeX's `year`, `month` (which may hold the day, `jan # " 12"`) and `day`. */
function readEntryDate(field: (name: string) => string | null): PublicationDate | null {
  const written = field('date');
  if (written) return readDate(written.replace(/\/(?=\d{4}).*$/, ''));
  const year = field('year');
  if (!year) return null;
  const month = field('month');
  const day = field('day') ?? (month && /[A-Za-z]/.test(month) ? /\b(\d{1,2})\b/.exec(month)?.[1] : null);
  return {
    year: readDate(year).year,
    month: monthNumber(month?.match(/[A-Za-z]+|\d+/)?.[0]) ?? readDate(year).month,
    day: dayNumber(day),
    season: null,
    raw: [year, month].filter(Boolean).join(' '),
  };
}

/** A BibTeX or BibLaTeX entry; fields without a place of their own stay in `raw`. */
export function readBibtexRecord(entry: BibtexEntry): RecordDraft {
  const field = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = entry.fields.get(name);
      const text = value === undefined ? null : presentText(latexText(value));
      if (text) return text;
    }
    return null;
  };
  const recordType = TYPES[entry.type] ?? 'article';
  const isChapter = CHAPTERS.has(entry.type);
  const mainTitle = field('title');
  const subtitle = field('subtitle');
  const title = mainTitle && subtitle ? `${mainTitle.replace(/:$/, '')}: ${subtitle}` : mainTitle;
  const container = field('booktitle');
  const isBook = recordType === 'book';
  const date = readEntryDate(field);
  const abstract = field('abstract');
  const eprint = field('eprint');
  const eprintType = field('eprinttype', 'archiveprefix');
  const raw: Record<string, string[]> = {};
  for (const [name, value] of entry.fields) {
    const text = PLACED.has(name) ? null : presentText(latexText(value));
    if (text) raw[name] = [text];
  }
  const links = entry.fields.get('url') ?? '';
  return {
    recordType,
    title: title ?? container,
    abstract: abstract ? [{ label: null, category: null, text: abstract }] : [],
    authors: cutOutsideBraces((entry.fields.get('author') ?? '').replace(/\s+/g, ' '), / and (?=\S)/iy).flatMap(
      name => readAuthor(name) ?? [],
    ),
    journal: field('journal', 'journaltitle') ?? (recordType === 'conference' ? container : null),
    journalAbbreviation: field('shortjournal', 'journalabbr', 'journal-iso'),
    issn: normaliseIssn(field('issn')),
    ...(date && { date }),
    volume: field('volume'),
    issue: field('number', 'issue'),
    pages: field('pages')?.replace(/\s*[–—]\s*/g, '-') ?? null,
    doi:
      normaliseDoi(rawDoi(entry.fields.get('doi'))) ?? (/doi\.org/i.test(links) ? normaliseDoi(rawDoi(links)) : null),
    pmid: normalisePmid(field('pmid')) ?? (/pubmed/i.test(eprintType ?? '') ? normalisePmid(eprint) : null),
    pmcid:
      normalisePmcid(field('pmcid', 'pmc')) ??
      (/pmc/i.test(eprintType ?? '') ? normalisePmcid(`PMC${eprint?.replace(/^PMC/i, '')}`) : null),
    otherIds: {
      ...(entry.key && { key: entry.key }),
      ...(eprint && { [(eprintType ?? 'eprint').toLowerCase()]: eprint }),
    },
    languages: [field('language', 'langid')].flatMap(language => language ?? []),
    keywords: readKeywords((field('keywords', 'keyword') ?? '').split(/\s*[,;]\s*/).filter(Boolean)),
    book:
      isBook || field('isbn')
        ? {
            title: isChapter ? container : title,
            publisher: field('publisher'),
            isbn:
              field('isbn')
                ?.match(/[\d-]{9,16}[\dX]/gi)
                ?.map(isbn => isbn.replaceAll('-', '')) ?? [],
            accession: null,
            isChapter: isBook && isChapter,
          }
        : null,
    raw,
  };
}

/** A DOI with TeX's escapes taken off, and nothing else: its underscores and braces are its own. */
function rawDoi(value: string | undefined): string | undefined {
  return value
    ?.replace(/\\([&%$#_{}])/g, '$1')
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(/\{\\textunderscore\s*\}|\\textunderscore\s*/g, '_');
}
