import { type CsvField, plainHeader } from '#core/searching/csv/columns';
import { readAuthorList } from '#core/searching/csv/readAuthorList';
import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normaliseIssn, normalisePmcid, normalisePmid } from '#core/searching/identifiers';
import { keepRaw } from '#core/searching/keepRaw';
import { presentText } from '#core/searching/plainText';
import { dayNumber, monthNumber, readDate } from '#core/searching/publicationDate';
import { readRetractedTypes } from '#core/searching/readRetractedTypes';
import type { AbstractSection, PublicationDate, RecordType } from '#core/searching/record';
import { RECORD_TYPES } from '#core/searching/record';

/** A cell without what spreadsheets put around it: `="0123"`, and the apostrophe that keeps a formula from running. */
export function cleanCell(cell: string): string {
  const formula = /^="(.*)"$/s.exec(cell);
  return (formula?.[1] ?? cell).replace(/^'(?='*[=+\-@\t\r])/, '');
}

function recordTypeOf(written: string | null): RecordType {
  const type = (written ?? '').toLowerCase();
  const exact = RECORD_TYPES.find(name => name === type);
  if (exact) return exact;
  if (/book|chapter/.test(type)) return 'book';
  if (/conference|proceeding/.test(type)) return 'conference';
  if (/thesis|dissertation/.test(type)) return 'thesis';
  if (/preprint/.test(type)) return 'preprint';
  return /^report/.test(type) ? 'report' : 'article';
}

/** Where several lines begin with labels, each line is a section of its own, as our tables write them. */
function readAbstract(cell: string | undefined): AbstractSection[] {
  const lines = (cell ?? '').split(/\r\n?|\n/).flatMap(line => presentText(line) ?? []);
  const labelled = lines.map(line => /^([A-Z][^:]{1,80}): (.+)$/.exec(line));
  if (lines.length > 1 && labelled.some(Boolean)) {
    return lines.map((line, index) => ({
      label: labelled[index]?.[1] ?? null,
      category: null,
      text: labelled[index]?.[2] ?? line,
    }));
  }
  const text = lines.join(' ');
  return text ? [{ label: null, category: null, text }] : [];
}

/** Excel turns the pages `8-12` into the date `08-Dec` or `12-Aug`: such a cell says nothing certain any more. */
function isDateForPages(pages: string): boolean {
  return /^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i.test(pages);
}

const DATABASES =
  /^(?:scopus|pubmed|medline|embase|cinahl|psycinfo|central|crossref|web of science.*|cochrane.*|google scholar)$/i;

/** A citation that holds no number is the journal's name: so Cochrane's tables and Publish or Perish have it. */
function journalOf(citation: string | null): string | null {
  return citation === null || /\d/.test(citation) || DATABASES.test(citation) ? null : citation;
}

/** A row of a table as a record; columns without a place of their own stay in `raw` under their headers. */
export function readCsvRecord(
  headers: readonly string[],
  columns: ReadonlyMap<CsvField, number>,
  cells: readonly string[],
): RecordDraft {
  const cell = (field: CsvField): string | undefined => {
    const index = columns.get(field);
    return index === undefined ? undefined : cleanCell(cells[index] ?? '');
  };
  const text = (field: CsvField): string | null => presentText(cell(field));
  const list = (field: CsvField): string[] =>
    (cell(field) ?? '').split(/[;|\n]/).flatMap(part => presentText(part) ?? []);
  const keywords = text('keywords');
  const separated = keywords && !/[;|\n]/.test(keywords) ? keywords.split(/\s*,\s*/) : list('keywords');
  const firstPage = text('firstPage');
  const lastPage = text('lastPage');
  const pages =
    text('pages') ?? (firstPage && lastPage && lastPage !== firstPage ? `${firstPage}-${lastPage}` : firstPage);
  const issn = text('issn');
  const isbn = list('isbn');
  const id = text('id');
  const recordType = recordTypeOf(text('recordType') ?? text('publicationTypes'));
  const title = text('title');
  const types = list('publicationTypes').map(name => ({ ui: null, name }));
  const retraction = readRetractedTypes(types, title);
  const raw = readRest(headers, columns, cells);
  if (pages && isDateForPages(pages)) raw.pages = [pages];
  return {
    recordType,
    title,
    vernacularTitle: text('vernacularTitle'),
    abstract: readAbstract(cell('abstract')),
    authors: readAuthorList(cell('authors') ?? cell('firstAuthor') ?? ''),
    journal: text('journal') ?? journalOf(text('citation')),
    journalAbbreviation: text('journalAbbreviation'),
    issn: normaliseIssn(issn) ?? isbn.map(normaliseIssn).find(Boolean) ?? null,
    nlmId: text('nlmId'),
    date: readRowDate(text),
    volume: text('volume'),
    issue: text('issue'),
    pages: pages && isDateForPages(pages) ? null : pages,
    doi:
      normaliseDoi(text('doi')) ?? normaliseDoi(/doi\.org\/|doi: ?10\./i.test(text('url') ?? '') ? text('url') : null),
    // Zotero has a place for a PMID only among other things.
    pmid:
      normalisePmid(text('pmid')) ?? normalisePmid(/\bPMID: ?(\d{4,8})\b/.exec(`${text('notes')} ${raw.Extra}`)?.[1]),
    pmcid: normalisePmcid(text('pmcid')),
    otherIds: id ? { id } : {},
    languages: list('languages'),
    publicationTypes: types,
    retraction: text('retracted') ? { ...retraction, isRetracted: true } : retraction,
    meshHeadings: list('meshHeadings').map(written => readMesh(written)),
    keywords: separated.map(written => ({ text: written.replace(/^\*/, ''), major: written.startsWith('*') })),
    book:
      recordType === 'book'
        ? {
            title,
            publisher: text('publisher'),
            isbn: isbn.map(number => number.replaceAll('-', '')),
            accession: null,
            isChapter: false,
          }
        : null,
    raw,
  };
}

function readMesh(written: string): NonNullable<RecordDraft['meshHeadings']>[number] {
  const [descriptor, ...qualifiers] = written.split('/').map(name => ({
    ui: null,
    name: name.replace(/^\*/, ''),
    major: name.startsWith('*'),
  }));
  return { ui: null, name: descriptor?.name ?? '', major: descriptor?.major ?? false, qualifiers };
}

/** The year from its own column, else from the date, else from a citation such as `Nature (2024) 15:1`. */
function readRowDate(text: (field: CsvField) => string | null): PublicationDate {
  const written = text('date');
  const date = written ? readDate(written) : null;
  const year = Number(/(?:1[4-9]|2[01])\d{2}/.exec(text('year') ?? '')?.[0]) || null;
  const cited = year || date?.year ? null : /[(;, ]((?:19|20)\d{2})[);, ]/.exec(text('citation') ?? '')?.[1];
  const month = monthNumber(text('month'));
  const sameYear = date !== null && (year === null || date.year === null || date.year === year);
  return {
    year: year ?? date?.year ?? (cited ? Number(cited) : null),
    month: month ?? (sameYear ? date.month : null),
    day: dayNumber(text('day')) ?? (sameYear && month === null ? date.day : null),
    season: text('season') ?? (sameYear ? date.season : null),
    raw: written ?? text('year'),
  };
}

function readRest(
  headers: readonly string[],
  columns: ReadonlyMap<CsvField, number>,
  cells: readonly string[],
): Record<string, string[]> {
  const placed = new Set(columns.values());
  const raw: Record<string, string[]> = {};
  for (const [index, header] of headers.entries()) {
    const value = placed.has(index) ? null : presentText(cleanCell(cells[index] ?? ''));
    if (value && plainHeader(header)) keepRaw(raw, header.trim(), value);
  }
  for (const field of ['url', 'notes', 'citation'] as const) {
    const value = presentText(cleanCell(cells[columns.get(field) ?? -1] ?? ''));
    if (value) raw[field] = [value];
  }
  return raw;
}
