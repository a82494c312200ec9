import type { RecordDraft } from '#core/searching/draft';
import { normaliseIssn } from '#core/searching/identifiers';
import { readPersonName } from '#core/searching/personName';
import { readDate } from '#core/searching/publicationDate';
import { readRetractedTypes } from '#core/searching/readRetractedTypes';
import type { Keyword, PublicationDate, RecordBook, RecordType } from '#core/searching/record';
import { createFieldReader, type FieldReader, type TaggedField } from '#core/searching/tagged/fields';
import { readRisIdentifiers } from '#core/searching/tagged/readRisIdentifiers';

const TYPES: Readonly<Record<string, RecordType>> = {
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'book',
  ECHAP: 'book',
  CONF: 'conference',
  CPAPER: 'conference',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  DATA: 'dataset',
  DBASE: 'dataset',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'webpage',
  PAT: 'patent',
  GEN: 'other',
  UNPB: 'other',
};

/** The first date with a year; month and day may come from a later one of the same year. */
export function mergeDates(written: readonly string[]): PublicationDate | null {
  const dates = written.map(readDate);
  const first = dates.find(date => date.year !== null) ?? dates[0];
  if (!first) return null;
  if (first.year === null || first.month !== null || first.season !== null) return first;
  const finer = dates.find(date => date.month !== null && (date.year === null || date.year === first.year));
  return finer ? { ...first, month: finer.month, day: finer.day } : first;
}

/** Keywords one a field, one a line, or in a single line between semicolons; a star marks the main ones. */
export function readKeywords(lines: readonly string[]): Keyword[] {
  const parts = lines.flatMap(line => (line.includes(';') ? line.split(/\s*;\s*/) : [line]));
  return parts.flatMap(part => {
    const text = part.replace(/^\*+\s*|\s*\*+$/g, '');
    return text ? [{ text, major: /^\*|\*$/.test(part) }] : [];
  });
}

/**
 * First and last page. EBSCO gives a number of pages where others give the last one: an end below the start that isn't
 * an abbreviated one (`345-52`) is such a number.
 */
function readPages(field: FieldReader): string | null {
  const start = field.first('SP', 'BP');
  const end = field.first('EP');
  const range = field.first('PG');
  if (!start) return end ?? (range && /[-–‐]/.test(range) ? range : null);
  if (!end || end === start || /[-–‐]/.test(start)) return start;
  const isCount =
    /EBSCO/i.test(field.all('DP').join(' ')) && /^\d+$/.test(start) && /^\d+$/.test(end) && Number(end) < Number(start);
  return isCount ? `${start}-${Number(start) + Number(end) - 1}` : `${start}-${end}`;
}

/** Journals in full and short, as far as the two can be told apart; a series that repeats the title is none. */
function readJournal(
  field: FieldReader,
  title: string | null,
): { readonly full: string | null; readonly short: string | null } {
  const names = field.all('JF', 'T2', 'JO', 'JA', 'J2', 'J1', 'JI', 'J9', 'SO').filter(name => name !== title);
  const full = names[0] ?? null;
  const short = field.first('JA', 'J2', 'J1', 'JI') ?? field.first('JO');
  return { full, short: short !== full ? short : null };
}

function readBook(field: FieldReader, type: string, container: string | null, title: string | null): RecordBook {
  const isChapter = type === 'CHAP' || type === 'ECHAP';
  return {
    title: isChapter ? (field.first('BT') ?? container) : title,
    publisher: field.first('PB'),
    isbn: field
      .lines('SN')
      .flatMap(value => value.match(/[\d-]{9,16}[\dX]/gi)?.map(isbn => isbn.replaceAll('-', '')) ?? []),
    accession: null,
    isChapter,
  };
}

/** A field holds one author; some exporters put all of them into one, between semicolons or with `and`. */
function cutNames(written: string): string[] {
  if (written.includes(';')) return written.split(/\s*;\s*/).filter(Boolean);
  const names = written.split(/\s+and\s+/i);
  return names.length > 1 && names.every(name => /^[^,]+, ?[^,]+$/.test(name)) ? names : [written];
}

/** A RIS record; everything that has no place of its own stays in `raw` under its tag. */
export function readRisRecord(fields: readonly TaggedField[]): RecordDraft {
  const field = createFieldReader(fields);
  const type = field.first('TY') ?? '';
  const recordType = TYPES[type.toUpperCase()] ?? 'article';
  const title = field.first('TI', 'T1', 'CT', 'BT');
  const journal = readJournal(field, title);
  const notices = (text: string): boolean => /^Copyright of .* is the property of /.test(text);
  const abstracts = [...new Set(field.all('AB', 'N2'))];
  const own = abstracts.filter(text => !notices(text));
  const dates = field.all('PY', 'Y1', 'YR', 'DA', 'PD');
  const date = mergeDates(dates);
  const identifiers = readRisIdentifiers(field);
  const isBook = recordType === 'book';
  const book = isBook ? readBook(field, type.toUpperCase(), journal.full, title) : null;
  const authors = field
    .lines('AU', 'A1')
    .flatMap(cutNames)
    .flatMap(name => readPersonName(name) ?? []);
  const notNumbers = (text: string): boolean => !/^10\.\d{4}/.test(text);
  // What identifiers are looked for in is no identifier alone: it is kept whole.
  const kept = keepWhole(fields, [
    'UR',
    'L1',
    'L2',
    'L4',
    'LK',
    'N1',
    'M1',
    'C1',
    'C2',
    'C3',
    'C5',
    'C7',
    'U2',
    'DB',
    'DP',
  ]);
  const types = field
    .all('M3', 'PT')
    .filter(notNumbers)
    .map(name => ({ ui: null, name }));
  const isPreprint = recordType === 'article' && types.some(type => /^preprint$/i.test(type.name));
  return {
    recordType: isPreprint ? 'preprint' : recordType,
    title,
    vernacularTitle: field.first('TT'),
    abstract: own.map(text => ({ label: null, category: null, text })),
    authors,
    journal: isBook ? null : journal.full,
    journalAbbreviation: isBook ? null : journal.short,
    issn: field.lines('SN').map(normaliseIssn).find(Boolean) ?? null,
    ...(date && { date }),
    volume: field.first('VL', 'VO'),
    issue: field.first('IS', 'CP', 'NO'),
    pages: readPages(field),
    ...identifiers,
    languages: field.lines('LA'),
    publicationTypes: types,
    retraction: readRetractedTypes(types, title),
    keywords: readKeywords(field.lines('KW')),
    book,
    raw: { ...field.rest(), ...kept, ...(abstracts.length > own.length && { AB: abstracts.filter(notices) }) },
  };
}

function keepWhole(fields: readonly TaggedField[], tags: readonly string[]): Record<string, string[]> {
  const field = createFieldReader(fields.filter(({ tag }) => tags.includes(tag)));
  return field.rest();
}
