import { keepRaw } from '#core/searching/keepRaw';
import { pagesOf } from '#core/searching/pubmed/articleDraft';
import { PLACED } from '#core/searching/pubmed/readArticle';
import type { DateParts } from '#core/searching/pubmed/readPubmedDate';
import {
  attribute,
  type Cursor,
  firstChild,
  nextChild,
  passElement,
  readFlat,
} from '#core/searching/pubmed/scan/cursor';
import type { GrowingParts } from '#core/searching/pubmed/scan/growingParts';
import {
  scanAbstract,
  scanAuthor,
  scanDataBanks,
  scanGrants,
  scanPublicationTypes,
} from '#core/searching/pubmed/scan/scanLists';

function scanDate(cursor: Cursor, element: string): DateParts {
  let year: string | null = null;
  let month: string | null = null;
  let day: string | null = null;
  let season: string | null = null;
  let medlineDate: string | null = null;
  let raw: string | null = null;
  for (let name = firstChild(cursor, element); name !== ''; name = nextChild(cursor, element)) {
    const text = readFlat(cursor, name);
    if (text === null) continue;
    raw = raw === null ? text : `${raw} ${text}`;
    if (name === 'Year') year ??= text;
    else if (name === 'Month') month ??= text;
    else if (name === 'Day') day ??= text;
    else if (name === 'Season') season ??= text;
    else if (name === 'MedlineDate') medlineDate ??= text;
  }
  return { year, month, day, season, medlineDate, raw, step: null };
}

function scanJournal(cursor: Cursor, parts: GrowingParts): void {
  for (let name = firstChild(cursor, 'Journal'); name !== ''; name = nextChild(cursor, 'Journal')) {
    if (name === 'JournalIssue') {
      for (let inner = firstChild(cursor, name); inner !== ''; inner = nextChild(cursor, name)) {
        if (inner === 'Volume') parts.volume ??= readFlat(cursor, inner);
        else if (inner === 'Issue') parts.issue ??= readFlat(cursor, inner);
        else if (inner === 'PubDate') parts.issueDate ??= scanDate(cursor, inner);
        else passElement(cursor, inner);
      }
    } else if (name === 'Title') parts.journalTitle ??= readFlat(cursor, name);
    else if (name === 'ISOAbbreviation') parts.isoAbbreviation ??= readFlat(cursor, name);
    else if (name === 'ISSN') parts.issn ??= readFlat(cursor, name);
    else passElement(cursor, name);
  }
}

function scanPages(cursor: Cursor): string | null {
  let printed: string | null = null;
  let start: string | null = null;
  let end: string | null = null;
  for (let name = firstChild(cursor, 'Pagination'); name !== ''; name = nextChild(cursor, 'Pagination')) {
    if (name === 'MedlinePgn') printed ??= readFlat(cursor, name);
    else if (name === 'StartPage') start ??= readFlat(cursor, name);
    else if (name === 'EndPage') end ??= readFlat(cursor, name);
    else passElement(cursor, name);
  }
  return pagesOf(printed, start, end);
}

function scanAuthorList(cursor: Cursor, parts: GrowingParts): void {
  const isOfEditors = attribute(cursor, 'Type') === 'editors';
  if (!isOfEditors) parts.authorsComplete ??= attribute(cursor, 'CompleteYN') !== 'N';
  for (let name = firstChild(cursor, 'AuthorList'); name !== ''; name = nextChild(cursor, 'AuthorList')) {
    if (name !== 'Author' || isOfEditors) passElement(cursor, name);
    else parts.authors.push(scanAuthor(cursor));
  }
}

/** Keeps what has no place of its own, and passes what has one elsewhere. */
export function scanRest(cursor: Cursor, name: string, raw: Record<string, string[]>): void {
  if (PLACED.has(name)) {
    passElement(cursor, name);
    return;
  }
  const text = readFlat(cursor, name);
  if (text !== null) keepRaw(raw, name, text);
}

function scanChildOfArticle(cursor: Cursor, name: string, parts: GrowingParts): void {
  switch (name) {
    case 'Journal':
      scanJournal(cursor, parts);
      break;
    case 'ArticleTitle':
      parts.title ??= readFlat(cursor, name);
      break;
    case 'AuthorList':
      scanAuthorList(cursor, parts);
      break;
    case 'Abstract': {
      const { sections, copyright } = scanAbstract(cursor);
      parts.abstract = sections;
      parts.copyright = copyright;
      break;
    }
    case 'ELocationID': {
      const kind = attribute(cursor, 'EIdType');
      const isValid = attribute(cursor, 'ValidYN') !== 'N';
      parts.locations.push({ kind, isValid, text: readFlat(cursor, name) });
      break;
    }
    case 'Language': {
      const language = readFlat(cursor, name);
      if (language !== null) parts.languages.push(language);
      break;
    }
    case 'Pagination':
      parts.pages ??= scanPages(cursor);
      break;
    case 'PublicationTypeList':
      parts.publicationTypes = scanPublicationTypes(cursor);
      break;
    case 'ArticleDate': {
      // It is kept among the rest too, as it was written.
      const { at, isEmpty } = cursor;
      scanRest(cursor, name, parts.raw);
      if (parts.electronicDate === null) {
        cursor.at = at;
        cursor.isEmpty = isEmpty;
        parts.electronicDate = scanDate(cursor, name);
      }
      break;
    }
    case 'VernacularTitle':
      parts.vernacularTitle ??= readFlat(cursor, name);
      break;
    case 'DataBankList':
      parts.dataBanks = scanDataBanks(cursor);
      break;
    case 'GrantList':
      parts.grants = scanGrants(cursor);
      break;
    default:
      scanRest(cursor, name, parts.raw);
      break;
  }
}

/** Reads the element Article. */
export function scanArticleElement(cursor: Cursor, parts: GrowingParts): void {
  for (let name = firstChild(cursor, 'Article'); name !== ''; name = nextChild(cursor, 'Article'))
    scanChildOfArticle(cursor, name, parts);
}
