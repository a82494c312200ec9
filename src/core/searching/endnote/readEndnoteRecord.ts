import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normaliseIssn, normalisePmcid, normalisePmid } from '#core/searching/identifiers';
import { keepRaw } from '#core/searching/keepRaw';
import { readPersonName } from '#core/searching/personName';
import { presentText } from '#core/searching/plainText';
import { readRetractedTypes } from '#core/searching/readRetractedTypes';
import type { RecordBook, RecordType } from '#core/searching/record';
import { mergeDates, readKeywords } from '#core/searching/tagged/readRisRecord';
import { at, child, childrenOf, isElement, textOf, type XmlElement } from '#core/searching/xml/element';

/** EndNote's own numbers of reference types, for files that leave out the name. */
const TYPE_NUMBERS: Readonly<Record<string, string>> = {
  '5': 'Book Section',
  '6': 'Book',
  '10': 'Conference Proceedings',
  '12': 'Web Page',
  '17': 'Journal Article',
  '25': 'Patent',
  '27': 'Report',
  '28': 'Edited Book',
  '32': 'Thesis',
  '44': 'Electronic Book',
  '47': 'Conference Paper',
  '59': 'Dataset',
  '60': 'Electronic Book Section',
};

function recordTypeOf(name: string): RecordType {
  if (/book/i.test(name)) return 'book';
  if (/conference/i.test(name)) return 'conference';
  if (/thesis|dissertation/i.test(name)) return 'thesis';
  if (/report|government/i.test(name)) return 'report';
  if (/patent/i.test(name)) return 'patent';
  if (/web|blog|online (?:database|multimedia)/i.test(name)) return 'webpage';
  if (/dataset/i.test(name)) return 'dataset';
  return name === '' || /journal|article|magazine|newspaper|periodical/i.test(name) ? 'article' : 'other';
}

/** Elements that have a place of their own in a record. */
const PLACED: ReadonlySet<string> = new Set([
  ...['ref-type', 'contributors', 'titles', 'periodical', 'pages', 'volume', 'number', 'issue', 'keywords', 'dates'],
  ...['isbn', 'accession-num', 'electronic-resource-num', 'abstract', 'language', 'work-type', 'rec-number'],
  ...['foreign-keys', 'source-app', 'database'],
]);

function value(element: XmlElement | undefined): string | null {
  const text = textOf(element);
  return text ? presentText(text) : null;
}

function values(element: XmlElement | undefined, name: string): string[] {
  return childrenOf(element, name).flatMap(found => value(found) ?? []);
}

/** The rest of a record under the names of its elements; addresses, names and dates one by one. */
function readRest(record: XmlElement): Record<string, string[]> {
  const raw: Record<string, string[]> = {};
  const keep = (element: XmlElement): void => {
    const inner = element.children.filter(isElement).filter(node => node.name !== 'style');
    const text = inner.length === 0 ? value(element) : null;
    if (text) keepRaw(raw, element.name, text);
    for (const node of inner) keep(node);
  };
  for (const node of record.children) if (isElement(node) && !PLACED.has(node.name)) keep(node);
  for (const node of child(record, 'contributors')?.children ?? [])
    if (isElement(node) && node.name !== 'authors')
      raw[node.name] = childrenOf(node, 'author').flatMap(author => value(author) ?? []);
  return Object.fromEntries(Object.entries(raw).filter(([, kept]) => kept.length > 0));
}

function readPmid(record: XmlElement, accession: string | null): string | null {
  const source = `${value(child(record, 'remote-database-name')) ?? ''} ${value(child(record, 'remote-database-provider')) ?? ''}`;
  const isPubmed = /pubmed|medline|nlm/i.test(source) || source.trim() === '';
  const bare = accession && /^\d{6,8}$/.test(accession) && isPubmed ? normalisePmid(accession) : null;
  const notes = textOf(child(record, 'notes')) ?? '';
  return bare ?? normalisePmid(/PMID:? ?(\d{4,8})/i.exec(notes)?.[1]);
}

function readBook(record: XmlElement, typeName: string, title: string | null, container: string | null): RecordBook {
  const isChapter = /section|chapter/i.test(typeName);
  const isbn = value(child(record, 'isbn'))?.match(/[\d-]{9,16}[\dX]/gi) ?? [];
  return {
    title: isChapter ? container : title,
    publisher: value(child(record, 'publisher')),
    isbn: isbn.map(number => number.replaceAll('-', '')),
    accession: null,
    isChapter,
  };
}

/** A record of EndNote's XML; text may be broken into `<style>` runs, which are joined. */
export function readEndnoteRecord(record: XmlElement): RecordDraft {
  const refType = child(record, 'ref-type');
  const typeName = refType?.attributes.name ?? TYPE_NUMBERS[textOf(refType) ?? ''] ?? '';
  const recordType = recordTypeOf(typeName);
  const titles = child(record, 'titles');
  const title = value(child(titles, 'title'));
  const periodical = child(record, 'periodical');
  const container = value(child(periodical, 'full-title')) ?? value(child(titles, 'secondary-title'));
  const abbreviation = value(child(periodical, 'abbr-1')) ?? value(at(record, 'alt-periodical', 'abbr-1'));
  const accession = value(child(record, 'accession-num'));
  const abstract = value(child(record, 'abstract'));
  const dates = child(record, 'dates');
  const date = mergeDates([...values(dates, 'year'), ...values(child(dates, 'pub-dates'), 'date')]);
  const isBook = recordType === 'book';
  const types = values(record, 'work-type').map(name => ({ ui: null, name }));
  const isbn = value(child(record, 'isbn'));
  const keywords = childrenOf(child(record, 'keywords'), 'keyword').flatMap(keyword =>
    // Lists pasted into one keyword keep their line ends.
    joinedText(keyword)
      .split(/[\r\n]+/)
      .flatMap(part => presentText(part) ?? []),
  );
  const links = childrenOf(child(record, 'urls'), 'related-urls').flatMap(related => values(related, 'url'));
  const linkedDoi = links.find(link => /doi\.org\//i.test(link));
  const recordNumber = value(child(record, 'rec-number'));
  const alternative = value(child(titles, 'alt-title'));
  return {
    recordType,
    title,
    vernacularTitle: value(child(titles, 'translated-title')),
    abstract: abstract ? [{ label: null, category: null, text: abstract }] : [],
    authors: values(at(record, 'contributors', 'authors'), 'author').flatMap(name => readPersonName(name) ?? []),
    journal: isBook ? null : (container ?? alternative),
    journalAbbreviation: isBook ? null : (abbreviation ?? (alternative !== container ? alternative : null)),
    issn: normaliseIssn(isbn),
    ...(date && { date }),
    volume: value(child(record, 'volume')),
    issue: value(child(record, 'number')) ?? value(child(record, 'issue')),
    pages: value(child(record, 'pages')),
    doi: normaliseDoi(value(child(record, 'electronic-resource-num'))) ?? normaliseDoi(linkedDoi),
    pmid: readPmid(record, accession),
    pmcid: normalisePmcid(value(child(record, 'custom2'))),
    otherIds: { ...(accession && { accession }), ...(recordNumber && { endnote: recordNumber }) },
    languages: values(record, 'language'),
    publicationTypes: types,
    retraction: readRetractedTypes(types, title),
    keywords: readKeywords(keywords),
    book: isBook ? readBook(record, typeName, title, container) : null,
    raw: readRest(record),
  };
}

function joinedText(element: XmlElement): string {
  return element.children.map(node => (isElement(node) ? joinedText(node) : node)).join('');
}
