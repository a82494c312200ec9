import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normaliseIssn, normaliseOrcid, normalisePmid } from '#core/searching/identifiers';
import { readPersonName } from '#core/searching/personName';
import { readRetractedTypes } from '#core/searching/readRetractedTypes';
import type { RecordAuthor, RecordType } from '#core/searching/record';
import { createFieldReader, type FieldReader, type TaggedField } from '#core/searching/tagged/fields';
import { mergeDates } from '#core/searching/tagged/readRisRecord';

const TYPES: Readonly<Record<string, RecordType>> = {
  J: 'article',
  B: 'book',
  S: 'article',
  P: 'patent',
  C: 'conference',
};

/** `Last, First/0000-0002-2133-9287; Other, Name/…`: whose ORCID iD is whose. */
function readOrcids(field: FieldReader): Map<string, string> {
  const orcids = new Map<string, string>();
  for (const part of field
    .all('OI')
    .join(' ')
    .split(/\s*;\s*/)) {
    const slash = part.indexOf('/');
    const orcid = normaliseOrcid(part.slice(slash + 1));
    if (slash > 0 && orcid) orcids.set(part.slice(0, slash).toLowerCase(), orcid);
  }
  return orcids;
}

/** Full names (AF) where the file has them, with the initials of the short ones (AU); then groups (CA). */
function readAuthors(field: FieldReader): RecordAuthor[] {
  const orcids = readOrcids(field);
  const full = field.lines('AF');
  const names = full.length > 0 ? full : field.lines('AU', 'BA');
  const groups = field.lines('CA', 'GP').map(group => `${group},`);
  return [...names, ...groups].flatMap(name => {
    const author = readPersonName(name);
    return author ? [{ ...author, orcid: orcids.get(name.toLowerCase()) ?? null }] : [];
  });
}

/** Semicolons part the terms, also where a line ends between them. */
function readTerms(field: FieldReader, tag: string): string[] {
  return field.all(tag).flatMap(value => value.split(/\s*;\s*/).filter(Boolean));
}

function readPages(field: FieldReader): string | null {
  const start = field.first('BP');
  const end = field.first('EP');
  if (!start) return field.first('PS');
  return end && end !== start ? `${start}-${end}` : start;
}

/** A record of Web of Science's tagged text; PG there is a number of pages and AR an article number. */
export function readWosRecord(fields: readonly TaggedField[]): RecordDraft {
  const field = createFieldReader(fields);
  const type = field.first('PT') ?? 'J';
  const recordType = TYPES[type.charAt(0)] ?? 'article';
  const abstract = field.first('AB');
  const date = mergeDates([...field.all('PY'), ...field.all('PD')]);
  const articleNumber = field.first('AR');
  const wos = field.first('UT');
  const accession = field.first('AN');
  const title = field.first('TI', 'BT');
  const container = field.first('SO');
  const isBook = recordType === 'book';
  const types = readTerms(field, 'DT').map(name => ({ ui: null, name }));
  return {
    recordType,
    title,
    vernacularTitle: field.first('FT'),
    abstract: abstract ? [{ label: null, category: null, text: abstract }] : [],
    authors: readAuthors(field),
    journal: isBook ? null : container,
    journalAbbreviation: field.first('JI', 'J9'),
    issn: normaliseIssn(field.first('SN', 'EI')),
    ...(date && { date }),
    volume: field.first('VL'),
    issue: field.first('IS'),
    pages: readPages(field),
    doi: normaliseDoi(field.first('DI', 'D2')),
    pmid: normalisePmid(field.first('PM')),
    otherIds: {
      ...(wos && { wos }),
      ...(articleNumber && { article: articleNumber }),
      ...(accession && { accession }),
    },
    languages: field.all('LA'),
    publicationTypes: types,
    retraction: readRetractedTypes(types, title),
    keywords: [...readTerms(field, 'DE'), ...readTerms(field, 'ID')].map(text => ({ text, major: false })),
    book: isBook
      ? {
          title: container ?? title,
          publisher: field.first('PU'),
          isbn: field.all('BN').map(isbn => isbn.replaceAll('-', '')),
          accession: null,
          isChapter: container !== null && container !== title,
        }
      : null,
    raw: field.rest(),
  };
}
